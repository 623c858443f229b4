/** Keeps zod from compiling code at run time, which the content security policy forbids. Import it before any schema is made. */

import * as z from 'zod/mini';

z.config({ jitless: true });
