/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-rating.h"

#include "tl-course.h"

/**
 * tl_band_of_rating:
 * @rating: likelihood × impact, 1 to 25
 *
 * Returns: high from 15, low up to 7, medium between
 */
TlBand
tl_band_of_rating (int rating)
{
  return rating >= 15 ? TL_BAND_HIGH : rating >= 8 ? TL_BAND_MEDIUM : TL_BAND_LOW;
}

static TlBand
get_band_of_theme (TlTheme theme)
{
  switch ((int) theme)
    {
    case TL_THEME_MEDICINES:
    case TL_THEME_SAFEGUARDING:
    case TL_THEME_STAFFING:
    case TL_THEME_GOVERNANCE:
      return TL_BAND_HIGH;
    default:
      return TL_BAND_MEDIUM;
    }
}

static gboolean
is_rated (int likelihood,
          int impact)
{
  return likelihood >= 1 && likelihood <= 5 && impact >= 1 && impact <= 5;
}

/**
 * tl_judge_band_days:
 * @judge: a judge
 * @band: a band
 *
 * Returns: the longest review interval that suits the band, in days, by the workbook's settings
 */
int
tl_judge_band_days (const TlJudge *judge,
                    TlBand         band)
{
  switch (band)
    {
    case TL_BAND_HIGH:
      return judge->settings->review_high_days;
    case TL_BAND_MEDIUM:
      return judge->settings->review_medium_days;
    case TL_BAND_LOW:
    default:
      return judge->settings->review_low_days;
    }
}

/**
 * tl_judge_rating:
 * @judge: a judge
 * @risk: a risk whose facts are set
 *
 * Settles its rating, its band and its review interval. The latest rating counts, of two on a day the higher. The
 * likelihood and impact of the risk itself stand for the rating at its opening as long as no other exists, which at
 * an earlier date includes those that were only made later.
 */
void
tl_judge_rating (const TlJudge   *judge,
                 TlRiskJudgement *risk)
{
  const TlFactsList *ratings = &risk->facts->ratings;
  TlDay latest = TL_NO_DAY;

  if (is_rated (risk->facts->likelihood, risk->facts->impact))
    {
      risk->likelihood = risk->facts->likelihood;
      risk->impact = risk->facts->impact;
    }
  for (guint i = 0; i < ratings->n; i++)
    {
      const TlRatingFacts *rating = ratings->rows[i];

      if (rating->date == TL_NO_DAY || rating->date > judge->as_at || !is_rated (rating->likelihood, rating->impact))
        continue;
      if (rating->date > latest
          || (rating->date == latest && rating->likelihood * rating->impact > risk->likelihood * risk->impact))
        {
          latest = rating->date;
          risk->likelihood = rating->likelihood;
          risk->impact = rating->impact;
        }
    }

  risk->rating = risk->likelihood * risk->impact;
  risk->band = risk->rating > 0 ? tl_band_of_rating (risk->rating) : get_band_of_theme (risk->facts->theme);
  risk->review_every = risk->facts->review_every;
  risk->review_days = risk->review_every != TL_INTERVAL_NONE ? tl_interval_get_days (risk->review_every)
                                                             : tl_judge_band_days (judge, risk->band);
  tl_judge_reduced_oversight (judge, risk);
}
