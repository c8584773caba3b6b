import * as z from "zod";

// The stages of a town in the programme, and what a pack says of each.

/** From the first to the last; a stage is reached by passing through the ones before it. */
export const LADDER = [
  "not_started",
  "drafting",
  "reviewing",
  "building",
  "applying_province",
  "named_province",
  "applying_nation",
  "named_nation",
] as const;
/** `left`: the town is no longer in the programme. */
export const STAGES = [...LADDER, "left"] as const;
export type Stage = (typeof STAGES)[number];

const listed = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9_]*$/),
      name: z.string().min(1),
      nameEn: z.string().min(1),
    }),
  )
  .default([]);

const entrySchema = z.strictObject({
  /** What has to be true before a town enters the stage; whoever proposes it confirms each. */
  checklist: listed,
  /** What has to be handed in before. */
  papers: listed,
  /** Who decides whether it is entered. */
  decides: z.enum(["office", "leader"]).default("office"),
});
export type StageEntry = z.infer<typeof entrySchema>;

/** For stages the pack says nothing of. */
const USUAL: Partial<Record<Stage, z.input<typeof entrySchema>>> = {
  building: { papers: [{ id: "approval", name: "方案批复文件", nameEn: "Approval of the town's plan" }] },
  applying_province: {
    checklist: [
      { id: "tasks", name: "建设任务已完成", nameEn: "The works are complete" },
      { id: "acceptance", name: "期末验收已通过", nameEn: "The final acceptance is passed" },
    ],
    papers: [
      { id: "application", name: "申报书", nameEn: "Application" },
      { id: "plans", name: "规划文本", nameEn: "Planning documents" },
      { id: "acceptance", name: "验收意见", nameEn: "Result of the acceptance" },
    ],
  },
  named_province: { papers: [{ id: "naming", name: "省级命名文件", nameEn: "Provincial naming document" }] },
  applying_nation: {
    checklist: [{ id: "consolidated", name: "省级命名后巩固提升达标", nameEn: "Provincial level is held" }],
    papers: [
      { id: "application", name: "国家级申报书", nameEn: "National application" },
      { id: "recommendation", name: "省级推荐意见", nameEn: "Provincial recommendation" },
    ],
  },
  named_nation: { papers: [{ id: "naming", name: "国家级命名文件", nameEn: "National naming document" }] },
  left: { decides: "leader" },
};

/** What a pack says of its stages; a stage it leaves out is as usual. */
export const stagesSchema = z
  .partialRecord(z.enum(STAGES), entrySchema)
  .default({})
  .transform((given) => {
    const of = (stage: Stage): [Stage, StageEntry] => [
      stage,
      given[stage] ?? entrySchema.parse(USUAL[stage] ?? {}),
    ];
    return new Map(STAGES.map(of));
  });
