/** A mission of the circle: its short code, official name, directory, regional groups, and whether it is connected yet. */

import { Checkbox, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isMissionCode } from '../../../domain/ids.ts';
import { regions as allRegions } from '../../../domain/regions.ts';
import type { Circle, CircleMission } from '../../../log/circle/circle.ts';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';
import { TickGroup } from '../TickGroup.tsx';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function MissionDialog(props: {
  readonly circle: Circle;
  /** Absent for a new one. */
  readonly mission?: CircleMission;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, mission, onClose } = props;
  const text = useText();
  const look = useLook();
  const [code, setCode] = useState<string>(mission?.code ?? '');
  const [name, setName] = useState(mission?.name ?? '');
  const [tenant, setTenant] = useState(mission?.tenantId ?? '');
  const [connected, setConnected] = useState(mission?.connected ?? true);
  const [regions, setRegions] = useState<readonly string[]>(mission?.regions ?? []);
  const isOwn = mission?.pin === 'own';
  const isTaken = mission === undefined && circle.view().missions.some((each) => each.code === code);
  const wrong = {
    code: isTaken ? 'taken' : isMissionCode(code) ? undefined : 'code',
    name: name.trim() === '' ? 'name' : undefined,
    tenant: connected && !GUID.test(tenant.trim()) ? 'tenant' : undefined,
  };
  const isWrong = Object.values(wrong).some((each) => each !== undefined);
  const problem = (tried: boolean, key: string | undefined) =>
    tried && key !== undefined ? { validationMessage: text(`keys.mission.wrong.${key}`) } : {};

  async function save(): Promise<void> {
    if (!isMissionCode(code)) return;
    if (isOwn) await circle.registry.setRegions(code, regions);
    else
      await circle.registry.add({
        ...{ code, connected, regions },
        name: name.trim(),
        tenantId: tenant.trim() || 'none',
      });
    onClose();
  }

  return (
    <FormDialog
      title={text(mission ? 'keys.missions.changeOf' : 'keys.missions.add', { mission: mission?.name ?? '' })}
      save={text('keys.mission.save')}
      blocked={!isOwn && isWrong}
      onSave={save}
      onClose={onClose}
    >
      {(tried) => (
        <>
          {isOwn ? null : (
            <>
              <Field label={text('keys.mission.name')} required {...problem(tried, wrong.name)}>
                <Input value={name} maxLength={255} onChange={(_, data) => setName(data.value)} />
              </Field>
              <Field
                label={text('keys.mission.code')}
                hint={text('keys.mission.codeHint')}
                required
                {...problem(tried, wrong.code)}
              >
                <Input
                  value={code}
                  disabled={mission !== undefined}
                  dir="ltr"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={31}
                  onChange={(_, data) => setCode(data.value.toLowerCase())}
                />
              </Field>
              <Checkbox
                label={text('keys.mission.connected')}
                checked={connected}
                onChange={(_, data) => setConnected(data.checked === true)}
              />
              {connected ? (
                <Field
                  label={text('keys.mission.tenant')}
                  hint={text('keys.mission.tenantHint')}
                  required
                  {...problem(tried, wrong.tenant)}
                >
                  <Input
                    value={tenant}
                    dir="ltr"
                    autoComplete="off"
                    spellCheck={false}
                    maxLength={64}
                    onChange={(_, data) => setTenant(data.value)}
                  />
                </Field>
              ) : (
                <p className={look.quiet}>{text('keys.mission.notConnected')}</p>
              )}
            </>
          )}
          <TickGroup label={text('keys.mission.regions')} columns>
            {allRegions.map((region) => (
              <Checkbox
                key={region}
                label={text(`keys.region.${region}`)}
                checked={regions.includes(region)}
                onChange={(_, data) =>
                  setRegions(
                    data.checked === true ? [...regions, region] : regions.filter((each) => each !== region),
                  )
                }
              />
            ))}
          </TickGroup>
        </>
      )}
    </FormDialog>
  );
}
