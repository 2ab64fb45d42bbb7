"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * Turns plain links and GET forms of our own origin into navigation without a full reload, for the whole document
 * with one listener each. A list page has some two hundred links: as plain anchors they cost the server and the
 * browser nothing, and without JavaScript they are what they say.
 *
 * It also shuts menus, which stand open by themselves, at a press elsewhere, a choice, or Escape.
 *
 * `data-reload` on a link or form opts out; `data-keep-scroll` keeps the place on the page, and `data-replace` the place in the
 * history. A control with `data-needs` is not sent where the
 * control of that name is empty.
 */
export function SoftNavigation() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    document.documentElement.toggleAttribute("data-navigating", pending);
  }, [pending]);

  useEffect(() => {
    function go(url: URL, from: Element) {
      const scroll = !from.closest("[data-keep-scroll]");
      const goTo = from.closest("[data-replace]") ? router.replace : router.push;
      startTransition(() => goTo(url.pathname + url.search + url.hash, { scroll }));
    }

    function onClick(event: MouseEvent) {
      const target = event.target instanceof Element ? event.target : null;
      closeMenus(target?.closest("a") ? null : target);
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = target?.closest("a");
      if (!link?.href || link.target || link.hasAttribute("download") || link.closest("[data-reload]"))
        return;
      const url = new URL(link.href);
      if (!isPage(url)) return;
      if (isSamePlace(url)) {
        if (showPlace(url)) event.preventDefault();
        return;
      }
      event.preventDefault();
      go(url, link);
    }

    function onSubmit(event: SubmitEvent) {
      const form = event.target;
      if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
      if (form.getAttribute("method")?.toLowerCase() !== "get" || form.closest("[data-reload]")) return;
      const url = new URL(form.action);
      if (!isPage(url)) return;
      const data = new FormData(form, event.submitter);
      const isNeeded = (name: string) => {
        const control = form.elements.namedItem(name);
        const needs = control instanceof HTMLElement && control.dataset.needs;
        return !needs || Boolean(data.get(needs));
      };
      const filled = [...data].filter(([name, value]) => value !== "" && isNeeded(name));
      url.search = new URLSearchParams(filled as [string, string][]).toString();
      event.preventDefault();
      go(url, form);
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape") closeMenus(null);
    }

    document.addEventListener("click", onClick);
    document.addEventListener("submit", onSubmit);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("click", onClick);
      document.removeEventListener("submit", onSubmit);
    };
  }, [router]);

  return null;
}

/** Shuts the open menus, but for the one that holds `inside`. */
function closeMenus(inside: Element | null) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu.contains(inside)) continue;
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    menu.removeAttribute("open");
  }
}

/** Addresses that answer with a page; machines' addresses and files are left to the browser. */
function isPage(url: URL): boolean {
  return url.origin === location.origin && !/^\/(api|feeds|dev)\/|\.[a-z]+$/.test(url.pathname);
}

/**
 * Moves to a place on this page, and the focus with it. Left to the browser, this makes an entry in the history that the router does not know:
 * coming back to it from another page would change the address alone. Whether there is such a place.
 */
function showPlace({ hash }: URL): boolean {
  const place = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!place) return false;
  history.replaceState(null, "", hash);
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  place.scrollIntoView();
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  return true;
}

function isSamePlace(url: URL): boolean {
  return url.hash !== "" && url.pathname === location.pathname && url.search === location.search;
}
