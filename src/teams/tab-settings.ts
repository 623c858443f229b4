/** The page that configures a channel tab: what Save stores, and when it may be pressed. */
import { app, FrameContexts, pages } from '@microsoft/teams-js';
import type { TabSettings } from './host.ts';

/** Settings are handed to Teams only after the person pressed Save, and success is told only after Teams took them. */
export function openTabSettings(): { configure(settings: TabSettings): void } {
  let chosen: TabSettings | undefined;
  return {
    /** Throws a TypeError outside the settings frame. */
    configure(settings) {
      if (app.getFrameContext() !== FrameContexts.settings) {
        throw new TypeError('only the settings page of a tab configures it');
      }
      if (!chosen) pages.config.registerOnSaveHandler((event) => void save(event, chosen));
      chosen = settings;
      pages.config.setValidityState(true);
    },
  };
}

async function save(event: pages.config.SaveEvent, settings: TabSettings | undefined): Promise<void> {
  try {
    if (!settings) throw new TypeError('saved before anything was chosen');
    await pages.config.setConfig({
      entityId: settings.entityId,
      contentUrl: settings.contentUrl,
      websiteUrl: settings.websiteUrl,
      suggestedDisplayName: settings.displayName,
    });
  } catch (error) {
    event.notifyFailure(error instanceof Error ? error.message : 'Teams did not take the settings');
    return;
  }
  event.notifySuccess();
}
