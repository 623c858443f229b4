/** The file somebody picked, read with the settings they see and may correct. */

import { useCallback, useMemo, useState } from 'react';
import type { Day } from '../../../domain/ids.ts';
import type { Encoding } from '../../../files/encoding.ts';
import { type FileTable, findTitles, tableIn } from '../../../files/find-table.ts';
import type { CsvShape } from '../../../files/read-csv.ts';
import {
  type FileFault,
  gridOf,
  openFile,
  type PickedFile,
  type ReadGrid,
} from '../../../files/read-file.ts';

export interface ReadFile {
  /** As it was picked: the same however it is read. */
  readonly source: File;
  readonly file: PickedFile;
  /** Place of the sheet, for a workbook. */
  readonly sheet: number;
  readonly read: ReadGrid;
  readonly titlesAt: number;
}

export interface PickedFileHandle {
  readonly reading: boolean;
  readonly fault: FileFault | undefined;
  /** The file or a part of the app could not be fetched. */
  readonly failure: unknown;
  readonly picked: ReadFile | undefined;
  readonly table: FileTable | undefined;
  pick(file: File): Promise<void>;
  describe(change: { readonly encoding?: Encoding; readonly shape?: CsvShape }): Promise<void>;
  chooseSheet(place: number): void;
  setTitles(place: number): void;
  forget(): void;
}

const whole: ReadonlySet<number> = new Set();

export function usePickedFile(today: Day): PickedFileHandle {
  const [picked, setPicked] = useState<ReadFile>();
  const [fault, setFault] = useState<FileFault>();
  const [failure, setFailure] = useState<unknown>();
  const [reading, setReading] = useState(false);

  const run = useCallback(async (work: () => Promise<ReadFile | FileFault>) => {
    setReading(true);
    setFault(undefined);
    setFailure(undefined);
    try {
      const read = await work();
      if (typeof read === 'string') setFault(read);
      else setPicked(read);
    } catch (cause) {
      setFailure(cause);
    } finally {
      setReading(false);
    }
  }, []);

  const table = useMemo(() => picked && tableIn(picked.read, picked.titlesAt), [picked]);
  return {
    reading,
    fault,
    failure,
    picked,
    table,
    pick: (file) =>
      run(async () => {
        setPicked(undefined);
        const opened = await openFile(new Uint8Array(await file.arrayBuffer()));
        return 'fault' in opened ? opened.fault : readOf(file, opened.file, 0, today);
      }),
    describe: (change) =>
      run(async () => {
        if (picked?.file.is !== 'text') throw new TypeError('only a text file is described');
        return readOf(picked.source, { ...picked.file, ...change }, 0, today);
      }),
    chooseSheet(place) {
      if (picked) void run(() => readOf(picked.source, picked.file, place, today));
    },
    setTitles(place) {
      if (picked) setPicked({ ...picked, titlesAt: place });
    },
    forget() {
      setPicked(undefined);
      setFault(undefined);
      setFailure(undefined);
    },
  };
}

async function readOf(
  source: File,
  file: PickedFile,
  sheet: number,
  today: Day,
): Promise<ReadFile | FileFault> {
  const read =
    file.is === 'text'
      ? await gridOf(file.bytes, file.encoding, file.shape)
      : { grid: file.sheets[sheet]?.grid ?? [], broken: whole };
  if ('fault' in read) return read.fault;
  return { source, file, sheet, read, titlesAt: findTitles(read.grid, today) };
}
