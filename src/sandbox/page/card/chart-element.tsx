import { useEffect, useRef, useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { cardWords } from "../words/card-words.ts";
import { boxStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { chartSummary } from "./chart-summary.ts";
import { type Json, jsonAt, textAt } from "./json.ts";
import { extent } from "./measure.ts";

const ratios: Record<string, string> = { "1:1": "1 / 1", "2:1": "2 / 1", "4:3": "4 / 3", "16:9": "16 / 9" };

type Progress = "waiting" | "drawn" | "failed";

/** Draws the chart when it is scrolled near the view, and again when the spec or theme changes. */
function useChart(spec: Json | undefined, scheme: string) {
  const { dark } = useReader();
  const host = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [progress, setProgress] = useState<Progress>("waiting");
  useEffect(() => {
    const node = host.current;
    if (!node) return undefined;
    const watch = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && setNear(true),
      { rootMargin: "300px" },
    );
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const node = host.current;
    if (!near || !node || !spec) return undefined;
    let release = (): void => {};
    let gone = false;
    const draw = async (): Promise<void> => {
      try {
        const { drawChart } = await import("./chart-engine.ts");
        if (gone) return;
        release = drawChart(node, spec, { dark, scheme, font: getComputedStyle(node).fontFamily });
        setProgress("drawn");
      } catch (error) {
        console.error(error);
        setProgress("failed");
      }
    };
    void draw();
    return () => {
      gone = true;
      release();
    };
  }, [near, spec, dark, scheme]);
  return { host, progress };
}

/** `chart`, drawn by VChart like in Feishu; the library is loaded when first needed. */
export function ChartElement({ element }: { element: Json }) {
  const { config, locale } = useCard();
  const { phone } = useReader();
  const words = cardWords(locale);
  const spec = jsonAt(element, "chart_spec");
  const { host, progress } = useChart(spec, textAt(element, "color_theme") ?? "brand");
  const height = extent(textAt(element, "height"));
  const ratio = ratios[textAt(element, "aspect_ratio") ?? ""] ?? (phone ? "1 / 1" : "16 / 9");
  return (
    <div class="chart" style={boxStyle(element, config)} data-progress={progress}>
      <div
        ref={host}
        class="chart-canvas"
        role="img"
        aria-label={chartSummary(spec ?? {}, words.chart)}
        style={height ? { height } : { aspectRatio: ratio }}
      />
      {progress === "failed" && <p class="card-note">{words.chartFailed}</p>}
    </div>
  );
}
