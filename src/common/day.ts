// How long a day is, for all that is kept, waited for or counted in days.

/** In milliseconds, as clocks of computers count: a second that is put in between is none of them. */
export const dayMs = 86_400_000;
