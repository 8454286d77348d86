/** The registry itself: set up, people and divisions, settings, import, backup, trail. */

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { backupFile, importReport, trailEntry, verification } from './ledgers.ts';
import { day, division, id, person, progress, role, text, upload } from './records.ts';

const password = z.string().min(1).max(200);
const newPerson = z.object({ id, name: text(100), login: text(60), divisionId: id, roles: z.array(role), password });

export const registry = {
  state: procedure.output(
    z.object({
      status: z.enum(['none', 'ready']),
      bureauName: z.string(),
      isSample: z.boolean(),
      today: day,
      isWorkingDay: z.boolean(),
      lastCoveredYear: z.number().nullable(),
      idleLockMinutes: z.number(),
      appVersion: z.string(),
    }),
  ),
  create: procedure
    .input(
      z.object({
        bureauName: text(100),
        divisions: z
          .array(z.object({ id, name: text(100), shortName: text(40), isGeneralOffice: z.boolean() }))
          .max(200),
        administrator: newPerson,
      }),
    )
    .output(z.object({})),
  /** Opens the sample registry; everyone in it signs in with the one password that is answered. */
  createSample: procedure.output(
    z.object({
      password: z.string(),
      people: z.array(
        z.object({ login: z.string(), name: z.string(), divisionName: z.string(), roles: z.array(role) }),
      ),
    }),
  ),
  /** Who may be tried in the sample registry; empty in a real one. */
  samplePeople: procedure.output(
    z.object({
      password: z.string(),
      people: z.array(
        z.object({ login: z.string(), name: z.string(), divisionName: z.string(), roles: z.array(role) }),
      ),
    }),
  ),
  setSampleToday: procedure.input(z.object({ today: day.nullable() })).output(z.object({ today: day })),
  settings: procedure.output(z.array(z.object({ key: z.string(), value: z.string(), byDefault: z.string() }))),
  setSetting: procedure.input(z.object({ key: text(80), value: text(1000), reason: text(500) })).output(z.object({})),
  import: procedure
    .input(
      z.object({
        file: upload,
        mapping: text(100_000).nullable(),
        /** Name of a saved mapping. */
        mappingName: text(80).optional(),
        /** Where they are not named, the sheet and the row that look like it. */
        sheet: text(100).optional(),
        headerRow: z.int().min(1).optional(),
        isDryRun: z.boolean(),
        isPartial: z.boolean(),
      }),
    )
    .output(eventIterator(progress(importReport))),
  verify: procedure.output(verification),
  trail: procedure
    .input(
      z.object({
        query: text(200).optional(),
        act: text(60).optional(),
        from: day.optional(),
        to: day.optional(),
        beforeSeq: z.number().optional(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(z.object({ entries: z.array(trailEntry), total: z.number() })),
  backups: procedure.output(z.array(backupFile)),
  backUp: procedure.output(backupFile),
  restore: procedure.input(z.object({ name: text(200), password })).output(z.object({})),
};

export const people = {
  session: procedure.output(
    z.object({
      actor: person.omit({ isActive: true }).extend({ divisionName: z.string() }).nullable(),
      isLocked: z.boolean(),
      mustChangePassword: z.boolean(),
    }),
  ),
  signIn: procedure.input(z.object({ login: text(60), password })).output(z.object({})),
  signOut: procedure.output(z.object({})),
  lock: procedure.output(z.object({})),
  unlock: procedure.input(z.object({ password })).output(z.object({})),
  changePassword: procedure.input(z.object({ current: password, next: password })).output(z.object({})),
  list: procedure.output(z.array(person)),
  add: procedure.input(newPerson).output(person),
  amend: procedure
    .input(
      z.object({
        id,
        version: z.number(),
        name: text(100),
        divisionId: id,
        isActive: z.boolean(),
        roles: z.array(role),
      }),
    )
    .output(person),
  resetPassword: procedure.input(z.object({ id, password })).output(z.object({})),
  divisions: procedure.output(z.array(division)),
  addDivision: procedure.input(z.object({ id, name: text(100), shortName: text(40) })).output(division),
  amendDivision: procedure
    .input(
      z.object({
        id,
        version: z.number(),
        name: text(100),
        shortName: text(40),
        /** First day of a new name; null puts a wrong name right and leaves no history. */
        renamedOn: day.nullable(),
        closedOn: day.nullable(),
        successorId: id.nullable(),
      }),
    )
    .output(division),
};
