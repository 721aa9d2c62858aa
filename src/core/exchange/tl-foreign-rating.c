/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "3 x 4", "3×4 = 12", "12 (3*4)" */
static gboolean
read_rating (const char *text,
             char        likelihood[2],
             char        impact[2])
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) even = g_string_new (folded);

  g_string_replace (even, "×", "x", 0);
  g_string_replace (even, "*", "x", 0);
  g_string_replace (even, " ", "", 0);
  for (const char *at = strchr (even->str, 'x'); at != NULL; at = strchr (at + 1, 'x'))
    {
      if (at > even->str && at[-1] >= '1' && at[-1] <= '5' && at[1] >= '1' && at[1] <= '5' && !g_ascii_isdigit (at[2])
          && (at == even->str + 1 || !g_ascii_isdigit (at[-2])))
        {
          likelihood[0] = at[-1];
          impact[0] = at[1];
          likelihood[1] = impact[1] = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_rating_row (TlForeignWork        *work,
                const TlForeignCells *cells,
                TlForeignRisk        *risk,
                TlDay                 day,
                const char           *likelihood,
                const char           *impact)
{
  TlForeignOut *rating = tl_foreign_out_add (work, TL_TABLE_RATING, NULL, NULL, cells);
  char iso[TL_DAY_ISO_LENGTH + 1];

  tl_day_to_iso (day, iso);
  tl_foreign_out_set (rating, "risk", risk->out->ref, -1);
  tl_foreign_out_set (rating, "date", iso, -1);
  tl_foreign_out_set (rating, "likelihood", likelihood, cells->columns[TL_FOREIGN_FIELD_RISK_LIKELIHOOD]);
  tl_foreign_out_set (rating, "impact", impact, cells->columns[TL_FOREIGN_FIELD_RISK_IMPACT]);
}

/* A rating that has changed since is another rating, of the day of the file; the first one stays. */
static void
change_rating (TlForeignWork        *work,
               const TlForeignCells *cells,
               TlForeignRisk        *risk,
               const TlRiskFacts    *now,
               const char           *likelihood,
               const char           *impact)
{
  const TlRatingFacts *latest =
    now->ratings.n > 0 ? TL_FACTS_AT (now->ratings, TlRatingFacts, now->ratings.n - 1) : NULL;
  char first_likelihood[2] = { (char) ('0' + now->likelihood), '\0' };
  char first_impact[2] = { (char) ('0' + now->impact), '\0' };

  if (likelihood[0] - '0' == (latest != NULL ? latest->likelihood : now->likelihood)
      && impact[0] - '0' == (latest != NULL ? latest->impact : now->impact))
    return;
  if (work->mapping->as_of == TL_NO_DAY)
    {
      tl_foreign_work_tell (work, cells, TL_FOREIGN_FIELD_RISK_RATING,
                            _("the rating has changed; say of which day this file is, so that both can be kept"));
      return;
    }
  if (latest == NULL && now->likelihood > 0 && now->impact > 0 && now->opened != TL_NO_DAY
      && now->opened < work->mapping->as_of)
    add_rating_row (work, cells, risk, now->opened, first_likelihood, first_impact);
  if (latest == NULL || latest->date <= work->mapping->as_of)
    add_rating_row (work, cells, risk, work->mapping->as_of, likelihood, impact);
}

/**
 * tl_foreign_rating_add:
 * @work: a result in the making
 * @cells: a row
 * @risk: its risk
 *
 * Takes down how likely and how bad a row says its risk is.
 */
void
tl_foreign_rating_add (TlForeignWork        *work,
                       const TlForeignCells *cells,
                       TlForeignRisk        *risk)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;
  const char *likelihood = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_LIKELIHOOD);
  const char *impact = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_IMPACT);
  g_autofree char *rating = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_RATING));
  char read_likelihood[2], read_impact[2];

  if (*rating != '\0' && *likelihood == '\0' && *impact == '\0')
    {
      const char *meaning = rating;

      /* A colour or a score alone says neither how likely nor how bad. */
      if (!read_rating (rating, read_likelihood, read_impact))
        meaning = tl_foreign_work_look_up (work, cells, TL_FOREIGN_FIELD_RISK_RATING, rating, "");
      if (!read_rating (meaning, read_likelihood, read_impact))
        return;
      likelihood = read_likelihood;
      impact = read_impact;
    }
  if (now == NULL || (now->likelihood == 0 && now->ratings.n == 0) || strlen (likelihood) != 1 || strlen (impact) != 1)
    {
      tl_foreign_risk_set (work, cells, risk, TL_FOREIGN_FIELD_RISK_LIKELIHOOD, likelihood);
      tl_foreign_risk_set (work, cells, risk, TL_FOREIGN_FIELD_RISK_IMPACT, impact);
    }
  else
    change_rating (work, cells, risk, now, likelihood, impact);
}
