/** Hearings, visits and days by which something is due, on the court's clock and on mine; dates are read here, never dragged. */

import { Button, makeStyles, mergeClasses, ToggleButton, useFluent } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Link20Regular } from '@fluentui/react-icons/svg/link';
import { type ReactNode, useMemo, useState } from 'react';
import { type Day, msOf } from '../../../domain/ids.ts';
import { codesOf } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { byTime, marksBetween, type Wanted } from '../../calendar-marks.ts';
import { useSharedMarks } from '../../circle/shared-marks.ts';
import { clashesIn } from '../../clashes.ts';
import { monthInWords, shortDay } from '../../day-words.ts';
import { useHost, useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { narrowQuery, useMedia, weekQuery } from '../../shell/media.ts';
import { useGo } from '../../shell/navigation.ts';
import { linkOf, type Route } from '../../shell/routes.ts';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { useText, useWords } from '../../words.tsx';
import { AgendaDays } from './AgendaDays.tsx';
import { CalendarFilters } from './CalendarFilters.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { type CalendarState, calendarFrom, calendarRoute } from './calendar-address.ts';
import { calendarViews, daysShown, firstDayIn, turned } from './calendar-days.ts';
import { FileButton } from './FileButton.tsx';

const useStyles = makeStyles({
  title: { minInlineSize: '160px' },
  end: { marginInlineStart: 'auto' },
  noPrint: { '@media print': { display: 'none' } },
  /** The title stands among buttons, which paper leaves out. */
  onPaper: { display: 'none', '@media print': { display: 'block' } },
  tall: { '@media (max-width: 480px)': { '& button': { minBlockSize: '44px', minInlineSize: '44px' } } },
});

export function Calendar(props: { readonly route: Route }): ReactNode {
  const { route } = props;
  const view = useView();
  const log = useLog();
  const host = useHost();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const narrow = useMedia(narrowQuery);
  const hasWeeks = useMedia(weekQuery);
  const rtl = useFluent().dir === 'rtl';
  const today = log.today();
  const state = calendarFrom(route, today, narrow ? 'agenda' : 'month');
  const weekBegins = firstDayIn(host.place.locale);
  const { around, setAround, show } = useAround(state);
  const days = daysShown(state.view, around, weekBegins);
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const wanted = useWanted(state);
  const shared = useSharedMarks(first, last, state);
  const marks = useMemo(
    () => [...marksBetween(view, first, last, today, wanted), ...shared].sort(byTime),
    [view, first, last, today, wanted, shared],
  );
  const clashes = clashesIn(marks, view, log.me.person, msOf(log.now()));
  const title =
    state.view === 'month'
      ? monthInWords(around, words.locale)
      : text('calendarPage.fromTo', {
          from: shortDay(first, today, words.locale),
          to: shortDay(last, today, words.locale),
        });
  const [Back, Forward] = rtl
    ? [ChevronRight20Regular, ChevronLeft20Regular]
    : [ChevronLeft20Regular, ChevronRight20Regular];
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.calendar')}</h1>
      <div className={mergeClasses(look.row, styles.noPrint, styles.tall)}>
        <Button
          appearance="subtle"
          icon={<Back aria-hidden="true" />}
          aria-label={text(`calendarPage.back.${state.view}`)}
          onClick={() => show({ ...state, day: turned(state.view, around, -1) })}
        />
        <Button
          appearance="subtle"
          icon={<Forward aria-hidden="true" />}
          aria-label={text(`calendarPage.forward.${state.view}`)}
          onClick={() => show({ ...state, day: turned(state.view, around, 1) })}
        />
        <Button onClick={() => show({ ...state, day: today })}>{text('calendarPage.today')}</Button>
        <h2 className={mergeClasses(look.heading, look.capital, styles.title)} aria-live="polite">
          {title}
        </h2>
        <span className={mergeClasses(look.row, styles.end)}>
          {calendarViews.map((name) => (
            <ToggleButton
              key={name}
              checked={state.view === name}
              onClick={() => show({ ...state, view: name, day: around })}
            >
              {text(`calendarPage.views.${name}`)}
            </ToggleButton>
          ))}
        </span>
      </div>
      <div className={mergeClasses(look.row, styles.noPrint, styles.tall)}>
        <CalendarFilters
          state={state}
          onFilters={(filters) => show({ view: state.view, day: around, ...filters })}
        />
        <span className={mergeClasses(look.row, styles.end)}>
          <FileButton marks={marks.filter(({ sharedBy }) => sharedBy === undefined)} />
          <Button
            appearance="subtle"
            icon={<Link20Regular aria-hidden="true" />}
            onClick={() =>
              host.shareLink(linkOf(calendarRoute({ ...state, day: around })), text('shell.linkLabel'))
            }
          >
            {text('entries.share')}
          </Button>
        </span>
      </div>
      <p className={mergeClasses(look.heading, look.capital, styles.onPaper)}>{title}</p>
      <p className={look.quiet}>{text('calendarPage.clocks')}</p>
      {view.state === 'opening' ? (
        <RowsSkeleton count={8} />
      ) : state.view === 'agenda' || !hasWeeks ? (
        <AgendaDays marks={marks} clashes={clashes} />
      ) : (
        <CalendarGrid
          days={days}
          marks={marks}
          clashes={clashes}
          around={around}
          view={state.view}
          weekBegins={weekBegins}
          onAround={(day) =>
            isSamePage(days, state, around, day) ? setAround(day) : show({ ...state, day })
          }
          onDay={(day) => show({ ...state, view: 'agenda', day })}
        />
      )}
    </div>
  );
}

/** The day in the middle of things: kept in the address with every page turned, here while the keyboard walks over a page. */
function useAround(from: CalendarState): {
  readonly around: Day;
  setAround(day: Day): void;
  /** Shows another page, view or choice. */
  show(next: CalendarState): void;
} {
  const go = useGo();
  const address = linkOf(calendarRoute(from));
  const [held, setHeld] = useState({ address, day: from.day });
  return {
    around: held.address === address ? held.day : from.day,
    setAround: (day) => setHeld({ address, day }),
    show(next) {
      setHeld({ address: linkOf(calendarRoute(next)), day: next.day });
      go(calendarRoute(next), { replace: true });
    },
  };
}

/** Whether a day stands on the page around another; a month shows days of its neighbours, which have pages of their own. */
function isSamePage(days: readonly Day[], state: CalendarState, around: Day, day: Day): boolean {
  return days.includes(day) && (state.view !== 'month' || day.slice(0, 7) === around.slice(0, 7));
}

function useWanted(state: CalendarState): Wanted {
  const log = useLog();
  const { objectId, tenantId } = log.me.person;
  const { defender, mine, appointments } = state;
  const kinds = state.kinds?.join();
  return useMemo<Wanted>(() => {
    const isMe = (person: { readonly objectId: string; readonly tenantId: string }) =>
      person.objectId === objectId && person.tenantId === tenantId;
    return (mark, entry) =>
      (kinds === undefined || kinds.split(',').includes(entry.kind)) &&
      (!defender || codesOf(entry.record).includes(defender)) &&
      (!appointments || mark.appointment === true) &&
      (!mine || isMe(entry.by) || (kindByKey(entry.kind)?.attends?.(entry.record) ?? []).some(isMe));
  }, [kinds, defender, mine, appointments, objectId, tenantId]);
}
