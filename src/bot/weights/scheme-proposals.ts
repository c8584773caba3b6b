import { noticeText } from "../../../cards/text/notices.ts";
import { weighingText } from "../../../cards/text/weighing.ts";
import { type ProposalView, proposalCard } from "../../../cards/weighing/weighing.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { decideSchemeVersion, insertSchemeVersion, listSchemeVersions } from "../../../db/scheme-versions.ts";
import type { Deps } from "../../deps.ts";
import type { Reweighed } from "../../domain/explain/weigh.ts";
import type { Person } from "../../domain/people.ts";
import type { PeriodId } from "../../domain/period.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";
import {
  changedWeights,
  checkAdoption,
  checkSchemeProposal,
  nextSchemeId,
  type SchemeRefusal,
  type SchemeVersion,
} from "../../domain/scoring/scheme-version.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { currentScheme } from "../quarter/scheme.ts";
import { cityOffice, personOf } from "../roster/people.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { showPrivately } from "../sending/show-privately.ts";

type Asked = { deps: Deps; event: FeishuCallback; person: Person };
type Tried = { from: Scheme; to: Scheme; rows: Reweighed[] };

/** Proposes weights to the office's other colleagues; refuses what changes nothing and a second open proposal. */
export async function proposeScheme(
  asked: Asked,
  period: PeriodId,
  tried: Tried,
): Promise<{ ok: true; answer: CardAnswer } | { ok: false; reason: SchemeRefusal }> {
  const { deps, event, person } = asked;
  const pack = deps.programme.scheme;
  const versions = await listSchemeVersions(deps.db, pack.id);
  const refused = checkSchemeProposal(tried, person, versions);
  if (refused) return { ok: false, reason: refused };
  const now = deps.clock.now();
  const id = nextSchemeId(pack, versions);
  const version: SchemeVersion = {
    id,
    pack: pack.id,
    scheme: { ...tried.to, id },
    period,
    proposedBy: person.openId,
    proposedAt: now,
    adopted: null,
    decidedBy: null,
    decidedAt: null,
  };
  const changes = changedWeights(tried.from, tried.to);
  await commit(
    deps.db,
    {
      audit: { actor: person.openId, kind: "scheme.propose", subject: id, detail: { changes } },
      inbox: [`event:${event.eventId}`],
      writes: [insertSchemeVersion(deps.db, version)],
      outbox: await toColleagues(deps, version, tried, person),
    },
    now,
  );
  const said = toast("success", weighingText(person.locale).proposed);
  return { ok: true, answer: await show(asked, version, tried.from, tried.rows, said) };
}

async function toColleagues(
  deps: Deps,
  version: SchemeVersion,
  { from, rows }: Tried,
  proposer: Person,
): Promise<OutboxRow[]> {
  const others = (await cityOffice(deps)).filter(({ openId }) => openId !== proposer.openId);
  const about = { programme: deps.programme, version, from, rows, proposer: proposer.name, own: false };
  return others.map((reader) => proposalRow(deps, { ...about, locale: reader.locale }, reader.openId));
}

function proposalRow(deps: Deps, view: ProposalView, openId: string): OutboxRow {
  const { id, adopted } = view.version;
  const cause = `scheme ${view.version.pack} ${id} ${adopted === null ? "proposed" : "decided"}`;
  const stands = { kind: "scheme", subject: id };
  const { fallback } = weighingText(view.locale);
  return enqueueCard({ openId, quiet: true }, proposalCard(view), cause, fallback, deps.clock.now(), stands);
}

/** A second person adopts proposed weights, or anyone of the office drops them; the proposer is told. */
export async function decideScheme(asked: Asked, id: string, adopt: boolean): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = weighingText(person.locale);
  const versions = await listSchemeVersions(deps.db, deps.programme.scheme.id);
  const version = versions.find((one) => one.id === id);
  if (!version) return toast("info", noticeText[person.locale].gone);
  const from = await currentScheme(deps);
  const refused = checkAdoption(version, person, adopt);
  if (refused) return show(asked, version, from, null, toast("warning", text.refused[refused]));
  const now = deps.clock.now();
  const decision = { adopted: adopt, decidedBy: person.openId, decidedAt: now };
  const decided = { ...version, ...decision };
  const proposer = await personOf(deps, version.proposedBy);
  const view = { programme: deps.programme, version: decided, from, rows: null, decider: person.name };
  const told =
    proposer && proposer.openId !== person.openId
      ? [
          proposalRow(
            deps,
            { ...view, proposer: proposer.name, own: true, locale: proposer.locale },
            proposer.openId,
          ),
        ]
      : [];
  await commit(
    deps.db,
    {
      audit: { actor: person.openId, kind: adopt ? "scheme.adopt" : "scheme.drop", subject: id },
      // Two colleagues at once: the first decides.
      inbox: [`event:${event.eventId}`, `scheme:${id}`],
      writes: [decideSchemeVersion(deps.db, id, decision)],
      outbox: told,
    },
    now,
  );
  return show(asked, decided, from, null, toast("success", adopt ? text.adoptDone : text.dropDone));
}

async function show(
  asked: Asked,
  version: SchemeVersion,
  from: Scheme,
  rows: Reweighed[] | null,
  say: CardAnswer,
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const nameOf = async (openId: string) => (await personOf(deps, openId))?.name ?? "";
  const card = proposalCard({
    programme: deps.programme,
    version,
    from,
    rows,
    proposer: await nameOf(version.proposedBy),
    ...(version.decidedBy === null ? {} : { decider: await nameOf(version.decidedBy) }),
    own: version.proposedBy === person.openId,
    locale: person.locale,
  });
  const stands = { kind: "scheme", subject: version.id };
  return showPrivately(deps, event, person, { card, view: "overview", stands, say });
}
