/** What Graph cannot do but an owner or a privileged caller does in SharePoint: list permissions, versioning, rewriting history. */
import type { Level } from '../access.ts';
import type { Core, ItemRow, ListRow } from '../core.ts';
import { cellKey, type StoredFields } from '../graph/fields.ts';

export interface OwnerHooks {
  /** Breaks inheritance: from now on only these groups hold rights in the list. An empty array shuts everybody out. */
  listPermissions(input: { site: string; list: string; entries: { group: string; level: Level }[] }): void;
  /** Takes the list's own permissions away again. */
  inheritPermissions(input: { site: string; list: string }): void;
  /** Off: only the current state is kept from now on, and what was kept is dropped. */
  versioning(input: { site: string; list: string; enabled: boolean }): void;
  /**
   * Rewrites author and editor, and fields and times where given, as SharePoint's own API lets some callers do.
   * With `withVersion` a version and a new eTag appear; without, nothing shows but the changed values.
   */
  forgeAuthor(input: {
    site: string;
    list: string;
    item: string;
    userId: string;
    withVersion?: boolean;
    fields?: StoredFields;
    created?: number;
    modified?: number;
  }): void;
}

/** The hooks of one database. They throw TypeError for a list or item that does not exist. */
export function ownerHooks(core: Core): OwnerHooks {
  const { db } = core;

  function listOf(site: string, list: string): ListRow {
    const row = db.first<ListRow>(
      'SELECT * FROM list WHERE site = ?1 AND (id = ?2 OR lower(display_name) = lower(?2))',
      site,
      list,
    );
    if (row === undefined) throw new TypeError(`The local tenant knows no list '${list}' on that site`);
    return row;
  }

  return {
    listPermissions({ site, list, entries }) {
      const { id } = listOf(site, list);
      db.atomically(() => {
        db.run('UPDATE list SET own_permissions = 1 WHERE id = ?', id);
        db.run('DELETE FROM list_permission WHERE list = ?', id);
        for (const { group, level } of entries)
          db.run('INSERT INTO list_permission VALUES (?, ?, ?)', id, group, level);
      });
    },
    inheritPermissions({ site, list }) {
      const { id } = listOf(site, list);
      db.run('UPDATE list SET own_permissions = 0 WHERE id = ?', id);
    },
    versioning({ site, list, enabled }) {
      const { id } = listOf(site, list);
      db.atomically(() => {
        db.run('UPDATE list SET versioning = ? WHERE id = ?', enabled ? 1 : 0, id);
        if (!enabled) {
          db.run(
            'DELETE FROM version WHERE list = ?1 AND n < (SELECT i.version FROM item i WHERE i.list = ?1 AND i.id = version.item)',
            id,
          );
        }
      });
    },
    forgeAuthor({ site, list, item, userId, withVersion, fields, created, modified }) {
      const { id } = listOf(site, list);
      const row = db.first<ItemRow>('SELECT * FROM item WHERE list = ? AND id = ?', id, Number(item));
      if (row === undefined) throw new TypeError(`The local tenant knows no item '${item}' in that list`);
      const step = withVersion === true ? 1 : 0;
      const content = JSON.stringify({ ...(JSON.parse(row.fields) as object), ...fields });
      const at = modified ?? row.modified;
      db.atomically(() => {
        db.run('UPDATE list SET seq = seq + 1 WHERE id = ?', id);
        for (const [name, value] of Object.entries(fields ?? {})) {
          db.run(
            'UPDATE cell SET key = ? WHERE list = ? AND col = ? AND item = ?',
            cellKey(value),
            id,
            name,
            row.id,
          );
        }
        db.run(
          `UPDATE item SET author = ?, editor = ?, fields = ?, created = ?, modified = ?, n = n + ?, version = version + ?,
           seq = (SELECT seq FROM list WHERE list.id = item.list) WHERE list = ? AND id = ?`,
          userId,
          userId,
          content,
          created ?? row.created,
          at,
          step,
          step,
          id,
          row.id,
        );
        db.run(
          'INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?, ?, ?)',
          id,
          row.id,
          row.version + step,
          content,
          at,
          userId,
          row.editor_app,
        );
      });
    },
  };
}
