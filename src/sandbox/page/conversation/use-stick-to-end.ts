import { useLayoutEffect, useRef } from "preact/hooks";
import type { SandboxMessage } from "../../protocol.ts";

const near = 60;
const settling = 2500;

/**
 * Keeps the newest message in view while the reader is at the end, and the scroll position while they read
 * older messages; their own messages are always scrolled into view.
 */
export function useStickToEnd(thread: readonly SandboxMessage[], me: string) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const settledAt = useRef(0);
  const last = thread.at(-1);
  const written = last?.sender.id === me ? last.message_id : "";
  const toEnd = (): void => {
    const node = box.current;
    if (node) node.scrollTop = node.scrollHeight;
  };
  useLayoutEffect(() => {
    const node = list.current;
    if (!node) return undefined;
    // Pictures and charts grow after drawing; later growth is caused by the reader's own actions.
    const growth = new ResizeObserver(() => {
      if (atEnd.current && performance.now() < settledAt.current) toEnd();
    });
    growth.observe(node);
    return () => growth.disconnect();
  }, []);
  useLayoutEffect(() => {
    settledAt.current = performance.now() + settling;
    if (atEnd.current) toEnd();
  }, [thread]);
  useLayoutEffect(toEnd, [written]);
  const onScroll = (): void => {
    const node = box.current;
    if (node) atEnd.current = node.scrollHeight - node.scrollTop - node.clientHeight < near;
  };
  return { box, list, onScroll };
}
