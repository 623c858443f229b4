/** What a consular officer's answer means for the visa request it belongs to. */

import { sameValue } from '../fields/field.ts';
import type { AnyRecord } from '../record-kind.ts';
import type { VisaRequest } from '../records/visa/visa-request-fields.ts';
import { visaStages } from '../records/visa/visa-vocabulary.ts';
import type { ConsularFile } from './consular-file.ts';

/** What the officer's answer changes in the request, or undefined when the request says it all already. */
export function answerFor(request: VisaRequest, file: ConsularFile): AnyRecord | undefined {
  if (file.withdrawnOn) return undefined;
  const answers = new Map((file.answers ?? []).map(({ id, ...answer }) => [id, answer]));
  const isFurther =
    file.answerStage !== undefined &&
    visaStages.indexOf(file.answerStage) > visaStages.indexOf(request.stage);
  const changes: AnyRecord = {
    ...(isFurther ? { stage: file.answerStage } : {}),
    ...(file.answerAppointment ? { appointmentOn: file.answerAppointment } : {}),
    ...(file.answerLodged ? { lodgedOn: file.answerLodged } : {}),
    ...(file.answerAdmissible ? { admissibleOn: file.answerAdmissible } : {}),
    ...(file.answerExtended ? { extendedOn: file.answerExtended } : {}),
    applicants: request.applicants.map((row) => {
      const given = file.applicants?.find(({ id }) => id === row.id);
      if (!given || !file.answeredOn) return row;
      const answer = answers.get(row.id);
      const lacks = sameValue(given.missing, answer?.missing) ? row.missing : answer?.missing;
      const { missing: _, ...rest } = { ...row, ...answer };
      return { ...rest, ...lacking(lacks) };
    }),
  };
  const different = Object.entries(changes).filter(
    ([key, value]) => !sameValue(value, (request as AnyRecord)[key]),
  );
  return different.length > 0 ? Object.fromEntries(different) : undefined;
}

/** Nothing missing is no member at all. */
export function lacking<M>(missing: M | undefined): { readonly missing?: M } {
  return missing === undefined ? {} : { missing };
}
