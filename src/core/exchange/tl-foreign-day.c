/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-day.h"

#include <string.h>

#include "tl-foreign-words.h"

/* No date takes more words than this. */
#define MOST_PARTS 8
#define LONGEST_DATE 60
/* An action plan is of our days: 99 is no year of it, whichever century is meant. */
#define LAST_SHORT_YEAR 60
#define FIRST_YEAR 1990
#define LAST_YEAR 2100

typedef enum
{
  PART_NUMBER,
  PART_MONTH,
  PART_WEEKDAY,
  PART_WORD,
} PartType;

typedef struct
{
  PartType type;
  int number;
  guint n_digits;
  char word[16];
} Part;

typedef struct
{
  Part parts[MOST_PARTS];
  guint n;
} Parts;

static const char * const months[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

static const char * const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

/* Returns: from 1, 0 when it isn't one of the names or its first three or four letters */
static int
find_name (const char * const *names,
           guint               n_names,
           const char         *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < n_names && length >= 3; i++)
    {
      if (strncmp (names[i], word, length) == 0 && (length <= 5 || length == strlen (names[i])))
        return (int) i + 1;
    }
  return 0;
}

static void
add_word (Parts      *self,
          const char *start,
          gsize       length)
{
  Part *part = &self->parts[self->n];

  for (gsize i = 0; i < length; i++)
    part->word[i] = g_ascii_tolower (start[i]);
  part->word[length] = '\0';
  part->type = PART_WORD;
  part->number = find_name (months, G_N_ELEMENTS (months), part->word);
  if (part->number > 0)
    {
      part->type = PART_MONTH;
    }
  else
    {
      part->number = find_name (weekdays, G_N_ELEMENTS (weekdays), part->word);
      if (part->number > 0)
        part->type = PART_WEEKDAY;
    }
  self->n++;
}

/* "31st" is a number; "31a" is none. */
static const char *
skip_ordinal (const char *at)
{
  static const char * const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_ascii_strncasecmp (at, endings[i], 2) == 0 && !g_ascii_isalnum (at[2]))
        return at + 2;
    }
  return at;
}

/* A time of day says nothing about the day. */
static gboolean
is_time (const char *at)
{
  return g_ascii_isdigit (at[0])
         && ((at[1] == ':' && g_ascii_isdigit (at[2]))
             || (g_ascii_isdigit (at[1]) && at[2] == ':' && g_ascii_isdigit (at[3])));
}

static gboolean
split_parts (const char *text,
             Parts      *self)
{
  self->n = 0;
  while (*text != '\0')
    {
      const char *start = text;

      if (strchr (" /.-,()\n\t:'", *text) != NULL)
        {
          text++;
          continue;
        }
      if (self->n >= MOST_PARTS)
        return FALSE;
      if (is_time (text) && self->n >= 3)
        {
          text += strspn (text, "0123456789:.Z");
          continue;
        }
      if (g_ascii_isdigit (*text))
        {
          Part *part = &self->parts[self->n++];

          part->type = PART_NUMBER;
          part->number = 0;
          for (part->n_digits = 0; g_ascii_isdigit (*text) && part->n_digits < 5; part->n_digits++)
            part->number = part->number * 10 + (*text++ - '0');
          text = skip_ordinal (text);
          /* "2Mar26" is written too; a longer number is another thing. */
          if (g_ascii_isdigit (*text) || part->n_digits == 3 || part->n_digits == 5)
            return FALSE;
          if (*text == 'T' && self->n == 3 && is_time (text + 1))
            text++;
          continue;
        }
      while (g_ascii_isalpha (*text) || (*text == '/' && text - start == 1 && g_ascii_isalpha (text[1])))
        text++;
      if (text == start || text - start >= (gssize) sizeof self->parts[0].word)
        return FALSE;
      add_word (self, start, (gsize) (text - start));
    }
  return self->n > 0;
}

static void
drop_part (Parts *self,
           guint  index)
{
  memmove (&self->parts[index], &self->parts[index + 1], (self->n - index - 1) * sizeof (Part));
  self->n--;
}

static gboolean
starts_with (Parts      *self,
             const char *word)
{
  if (self->n == 0 || self->parts[0].type != PART_WORD || !g_str_equal (self->parts[0].word, word))
    return FALSE;
  drop_part (self, 0);
  return TRUE;
}

/* Words before a date that don't change which day it names, "completed 3 March" among them. */
static void
drop_words (Parts *self)
{
  static const char * const words[] = {
    "by", "on", "due", "completed", "complete", "done", "closed", "target", "the", "date", "achieved", "revised", "was",
  };
  gboolean dropped = TRUE;

  while (dropped)
    {
      dropped = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        dropped |= starts_with (self, words[i]);
    }
  for (guint i = self->n; i > 0; i--)
    {
      if (self->parts[i - 1].type == PART_WORD && g_str_equal (self->parts[i - 1].word, "of"))
        drop_part (self, i - 1);
    }
}

static gboolean
read_year (const Part *part,
           int        *year)
{
  if (part->type != PART_NUMBER)
    return FALSE;
  *year = part->n_digits == 2 ? 2000 + part->number : part->number;
  return part->n_digits == 2 ? part->number <= LAST_SHORT_YEAR
                             : part->n_digits == 4 && part->number >= FIRST_YEAR && part->number <= LAST_YEAR;
}

static gboolean
is_day_of_month (const Part *part)
{
  return part->type == PART_NUMBER && part->n_digits <= 2;
}

/* Returns: the day, %TL_NO_DAY when three parts name none; day first, as in Britain */
static TlDay
read_three (const Part *a,
            const Part *b,
            const Part *c)
{
  gboolean month = b->type == PART_MONTH || (b->type == PART_NUMBER && b->n_digits <= 2);
  int year;

  if (a->type == PART_NUMBER && a->n_digits == 4)
    return month && is_day_of_month (c) && read_year (a, &year) ? tl_day_new (year, b->number, c->number) : TL_NO_DAY;
  /* "March 31, 2026"; with a year of two digits it could be anything. */
  if (a->type == PART_MONTH)
    return is_day_of_month (b) && c->n_digits == 4 && read_year (c, &year) ? tl_day_new (year, a->number, b->number)
                                                                           : TL_NO_DAY;
  return is_day_of_month (a) && month && read_year (c, &year) ? tl_day_new (year, b->number, a->number) : TL_NO_DAY;
}

static gboolean
is_weekday (TlDay day,
            int   weekday)
{
  /* Day 1, 1 January of year 1, was a Monday. */
  return (day - 1) % 7 + 1 == weekday;
}

static TlDay
read_exact (Parts *self)
{
  int weekday = 0;
  TlDay day;

  if (self->n > 0 && self->parts[0].type == PART_WEEKDAY)
    {
      weekday = self->parts[0].number;
      drop_part (self, 0);
    }
  day = self->n == 3 ? read_three (&self->parts[0], &self->parts[1], &self->parts[2]) : TL_NO_DAY;
  return weekday == 0 || (day != TL_NO_DAY && is_weekday (day, weekday)) ? day : TL_NO_DAY;
}

static gboolean
read_month (const Parts *self,
            TlDay       *first,
            TlDay       *last)
{
  const Part *month = &self->parts[0], *year_part = &self->parts[1];
  int year;

  /* "Mar 26" may be a day or a month, so it is neither. */
  if (self->n != 2 || year_part->n_digits != 4 || !read_year (year_part, &year)
      || !(month->type == PART_MONTH || is_day_of_month (month)))
    return FALSE;
  *first = tl_day_new (year, month->number, 1);
  if (*first == TL_NO_DAY)
    return FALSE;
  *last = tl_day_add_months (*first, 1) - 1;
  return TRUE;
}

/* "2 to 6 March 2026" or "2-6 March 2026" */
static gboolean
read_range (Parts *self,
            TlDay *first,
            TlDay *last)
{
  int year;

  if (self->n == 5 && self->parts[1].type == PART_WORD && g_str_equal (self->parts[1].word, "to"))
    drop_part (self, 1);
  if (self->n != 4 || !is_day_of_month (&self->parts[0]) || !is_day_of_month (&self->parts[1])
      || self->parts[2].type != PART_MONTH || !read_year (&self->parts[3], &year))
    return FALSE;
  *first = tl_day_new (year, self->parts[2].number, self->parts[0].number);
  *last = tl_day_new (year, self->parts[2].number, self->parts[1].number);
  return *first != TL_NO_DAY && *last > *first;
}

static TlForeignDayKind
read_parts (Parts *self,
            TlDay *first,
            TlDay *last)
{
  static const char * const vague[] = { "end", "mid", "early", "late", "beginning", "start", "during", "in" };
  gboolean week_from, week_to;

  drop_words (self);
  week_from = starts_with (self, "w/c") || starts_with (self, "wc");
  week_to = starts_with (self, "w/e") || starts_with (self, "we");
  if (starts_with (self, "week"))
    {
      week_from = starts_with (self, "commencing") || starts_with (self, "beginning") || starts_with (self, "starting");
      week_to = starts_with (self, "ending");
      if (!week_from && !week_to)
        return TL_FOREIGN_DAY_UNCLEAR;
    }
  if (!week_from && !week_to)
    {
      for (guint i = 0; i < G_N_ELEMENTS (vague); i++)
        starts_with (self, vague[i]);
      if (read_month (self, first, last) || read_range (self, first, last))
        return TL_FOREIGN_DAY_PERIOD;
    }

  *first = *last = read_exact (self);
  if (*first == TL_NO_DAY)
    return TL_FOREIGN_DAY_UNCLEAR;
  if (week_from)
    *last = *first + 6;
  if (week_to)
    *first = *last - 6;
  return week_from || week_to ? TL_FOREIGN_DAY_PERIOD : TL_FOREIGN_DAY_EXACT;
}

/**
 * tl_foreign_day_read:
 * @text: what stands in a column of dates
 * @first: (out): the first day that it names, or the only one
 * @last: (out): the last day that it names, or the only one
 *
 * Reads a date as people write it: 2026-03-31, 31/03/26, 31.3.2026, 31-Mar-26, 31st March 2026, Tue 31 March 2026,
 * March 31, 2026; always the day before the month. A month with its year, a week ("w/c 2 March 2026", "week ending
 * …") and "2-6 March 2026" are periods. What could be read in two ways (Mar 26), has no year, names a weekday that
 * the day wasn't, or can't be (31/02/2026, 03/31/2026) is unclear: nothing is guessed.
 *
 * Returns: what it says; @first and @last are only set for a day or period
 */
TlForeignDayKind
tl_foreign_day_read (const char *text,
                     TlDay      *first,
                     TlDay      *last)
{
  Parts parts;

  if (tl_foreign_words_say_no_day (text))
    return TL_FOREIGN_DAY_NONE;
  if (tl_foreign_words_say_done (text))
    return TL_FOREIGN_DAY_DONE;
  if (strlen (text) > LONGEST_DATE || !split_parts (text, &parts))
    return TL_FOREIGN_DAY_UNCLEAR;
  return read_parts (&parts, first, last);
}

/**
 * tl_foreign_day_find:
 * @text: a title or the name of a file
 *
 * Returns: the latest single day that it names, %TL_NO_DAY when it names none
 */
TlDay
tl_foreign_day_find (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t_;()", 64);
  guint n = g_strv_length (words);
  TlDay latest = TL_NO_DAY;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) some = g_string_new (NULL);

      for (guint j = i; j < n && j < i + 3; j++)
        {
          TlDay first, last;

          g_string_append_printf (some, " %s", words[j]);
          if (g_ascii_isdigit (words[i][0]) && tl_foreign_day_read (some->str, &first, &last) == TL_FOREIGN_DAY_EXACT)
            latest = MAX (latest, first);
        }
    }
  return latest;
}
