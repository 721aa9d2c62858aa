/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search-index.h"

#include "tl-layout.h"
#include "tl-search-words.h"

/* The index is in memory and made anew from the workbook's own rows, so a text that is erased for good leaves nothing
 * behind in it. Words rather than texts are kept: there are few of them however much is written, so that one key press is
 * answered by looking through neighbours in a sorted list. */

typedef struct
{
  const char *text;
  /* Numbers of risks; one may stand in it twice. */
  GArray *risks;
} Word;

struct _TlSearchIndex
{
  gatomicrefcount ref_count;
  TlId *risks;
  guint n_risks;
  GStringChunk *texts;
  Word *words;
  guint n_words;
};

G_DEFINE_BOXED_TYPE (TlSearchIndex, tl_search_index, tl_search_index_ref, tl_search_index_unref)

/* ── Making it ────────────────────────────────────────────────────────────── */

typedef struct
{
  TlSearchIndex *index;
  /* Text to GArray of numbers. */
  GHashTable *words;
  guint risk;
  TlDay as_at;
} Builder;

static void
add_word (const char *word,
          gpointer    user_data)
{
  Builder *self = user_data;
  GArray *risks = g_hash_table_lookup (self->words, word);

  if (risks == NULL)
    {
      risks = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->words, g_string_chunk_insert (self->index->texts, word), risks);
    }
  if (risks->len == 0 || g_array_index (risks, guint, risks->len - 1) != self->risk)
    g_array_append_val (risks, self->risk);
}

static void
add_text (Builder    *self,
          const char *text)
{
  if (text != NULL)
    tl_search_words_each (text, add_word, self);
}

static void
add_person (Builder             *self,
            const TlPersonFacts *person)
{
  if (person == NULL)
    return;
  add_text (self, person->name);
  add_text (self, person->role);
}

/* What a row names: people and places are known by their names; other rows have their own words. */
static void
add_named (Builder       *self,
           TlTable        table,
           gconstpointer  facts)
{
  if (facts == NULL)
    return;
  if (table == TL_TABLE_PERSON)
    add_person (self, facts);
  else if (table == TL_TABLE_PLACE)
    add_text (self, ((const TlPlaceFacts *) facts)->name);
  else if (table == TL_TABLE_FORUM)
    add_text (self, ((const TlForumFacts *) facts)->name);
}

static void
add_field (Builder       *self,
           const TlField *field,
           gconstpointer  facts)
{
  const void *value = (const guint8 *) facts + field->offset;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      add_text (self, *(const char * const *) value);
      break;
    case TL_FIELD_TEXTS:
      for (const char * const *text = *(const char * const * const *) value; text != NULL && *text != NULL; text++)
        add_text (self, *text);
      break;
    case TL_FIELD_LINK:
      add_named (self, field->target, *(const gconstpointer *) value);
      break;
    case TL_FIELD_LINKS:
      for (guint i = 0; i < ((const TlFactsList *) value)->n; i++)
        add_named (self, field->target, ((const TlFactsList *) value)->rows[i]);
      break;
    case TL_FIELD_WHO:
      add_person (self, ((const TlWho *) value)->person);
      add_text (self, ((const TlWho *) value)->text);
      break;
    case TL_FIELD_DAY:
    case TL_FIELD_NUMBER:
    case TL_FIELD_WHOLE:
    case TL_FIELD_WORD:
    default:
      break;
    }
}

/* What is in order of a day, or of the review it belongs to, happened on it. */
static gboolean
has_happened (Builder       *self,
              TlTable        table,
              gconstpointer  facts)
{
  const char *order = tl_layout_get (table)->order;
  const TlField *field = order != NULL ? tl_layout_find_field (table, order) : NULL;
  const void *value;

  if (field == NULL)
    return TRUE;
  value = (const guint8 *) facts + field->offset;
  if (field->type == TL_FIELD_DAY)
    return *(const TlDay *) value == TL_NO_DAY || *(const TlDay *) value <= self->as_at;
  if (field->type == TL_FIELD_LINK && field->target == TL_TABLE_REVIEW)
    return (*(const TlReviewFacts * const *) value)->date <= self->as_at;
  return TRUE;
}

static void add_row (Builder       *self,
                     TlTable        table,
                     gconstpointer  facts);

/* All rows that point back to a row. A reading is a number, and there are a million of them. */
static void
add_hanging (Builder       *self,
             TlTable        target,
             gconstpointer  facts)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; table != TL_TABLE_READING && i < layout->n_fields; i++)
        if (layout->fields[i].target == target && layout->fields[i].back_offset != 0)
          {
            const TlFactsList *list = (const void *) ((const guint8 *) facts + layout->fields[i].back_offset);

            for (guint row = 0; row < list->n; row++)
              add_row (self, table, list->rows[row]);
          }
    }
}

static void
add_attachments (Builder               *self,
                 const TlEvidenceFacts *evidence)
{
  for (guint i = 0; i < evidence->attachments.n; i++)
    add_text (self, TL_FACTS_AT (evidence->attachments, TlAttachmentFacts, i)->name);
}

static void
add_row (Builder       *self,
         TlTable        table,
         gconstpointer  facts)
{
  const TlTableLayout *layout = tl_layout_get (table);

  if (!has_happened (self, table, facts))
    return;
  add_text (self, ((const TlFacts *) facts)->ref);
  for (guint i = 0; i < layout->n_fields; i++)
    add_field (self, &layout->fields[i], facts);
  if (table == TL_TABLE_EVIDENCE)
    add_attachments (self, facts);
  else
    add_hanging (self, table, facts);
}

/* Answers to findings name their risk, but a risk doesn't list them. */
static void
add_answers (Builder      *self,
             TlAssessment *assessment)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);
  g_autoptr (GHashTable) numbers = g_hash_table_new (tl_id_hash, tl_id_equal);

  for (guint i = 0; i < self->index->n_risks; i++)
    g_hash_table_insert (numbers, &self->index->risks[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_ANSWERED_FINDING); i++)
    {
      const TlAnsweredFindingFacts *answer = tl_snapshot_get (snapshot, TL_TABLE_ANSWERED_FINDING, i);
      gpointer number;

      if (answer->risk == NULL || !g_hash_table_lookup_extended (numbers, &answer->risk->base.id, NULL, &number))
        continue;
      self->risk = GPOINTER_TO_UINT (number);
      add_row (self, TL_TABLE_ANSWERED_FINDING, answer);
    }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Word *) a)->text, ((const Word *) b)->text);
}

static void
sort_words (Builder *self)
{
  TlSearchIndex *index = self->index;
  GHashTableIter iter;
  gpointer text, risks;

  index->words = g_new (Word, g_hash_table_size (self->words));
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &text, &risks))
    index->words[index->n_words++] = (Word) { text, risks };
  qsort (index->words, index->n_words, sizeof (Word), compare_words);
}

/**
 * tl_search_index_new:
 * @assessment: what is concluded of a workbook
 * @cancellable: (nullable): to stop it
 *
 * Reads every text of every risk, of its actions, evidence, reviews and whatever else belongs to it, with the names of the
 * people and places concerned, as far as it had happened by the assessment's day. For 2,000 risks with 100,000 items of
 * evidence that takes about half a second, so it is for another thread than the main one.
 *
 * Returns: (transfer full) (nullable): the index, %NULL when it was cancelled
 */
TlSearchIndex *
tl_search_index_new (TlAssessment *assessment,
                     GCancellable *cancellable)
{
  g_autoptr (TlSearchIndex) index = g_new0 (TlSearchIndex, 1);
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  Builder self = { index, words, 0, tl_assessment_get_as_at (assessment) };

  g_atomic_ref_count_init (&index->ref_count);
  index->n_risks = tl_assessment_get_n_risks (assessment);
  index->risks = g_new (TlId, index->n_risks);
  index->texts = g_string_chunk_new (1 << 16);
  for (self.risk = 0; self.risk < index->n_risks && !g_cancellable_is_cancelled (cancellable); self.risk++)
    {
      const TlRiskFacts *facts = tl_assessment_get_risk (assessment, self.risk)->facts;

      index->risks[self.risk] = facts->base.id;
      add_row (&self, TL_TABLE_RISK, facts);
      add_text (&self, facts->theme != TL_THEME_NONE ? tl_word_label (TL_TYPE_THEME, (int) facts->theme) : NULL);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    add_answers (&self, assessment);
  sort_words (&self);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&index);
}

/**
 * tl_search_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
TlSearchIndex *
tl_search_index_ref (TlSearchIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_search_index_unref:
 * @self: (transfer full): an index
 */
void
tl_search_index_unref (TlSearchIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_words; i++)
    g_array_unref (self->words[i].risks);
  g_free (self->words);
  g_string_chunk_free (self->texts);
  g_free (self->risks);
  g_free (self);
}

/* ── Asking it ────────────────────────────────────────────────────────────── */

typedef struct
{
  const TlSearchIndex *index;
  /* Of each risk, how many of the words before had it. */
  guint *had;
  guint n_words;
} Search;

static guint
find_first (const TlSearchIndex *self,
            const char          *word)
{
  guint first = 0, end = self->n_words;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (strcmp (self->words[middle].text, word) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

static void
look_for (const char *word,
          gpointer    user_data)
{
  Search *self = user_data;

  for (guint i = find_first (self->index, word);
       i < self->index->n_words && g_str_has_prefix (self->index->words[i].text, word); i++)
    {
      const GArray *risks = self->index->words[i].risks;

      for (guint j = 0; j < risks->len; j++)
        {
          guint *had = &self->had[g_array_index (risks, guint, j)];

          if (*had == self->n_words)
            (*had)++;
        }
    }
  self->n_words++;
}

/**
 * tl_search_index_find:
 * @self: an index
 * @search: what was typed
 *
 * Looks for the risks that have every word of @search, in any order and anywhere, at the beginning of a word of theirs:
 * "gap medic" finds "Medicines record gaps".
 *
 * Returns: (transfer full) (nullable) (element-type TlId): a set of the ids of those risks, which belong to @self; %NULL
 *   when @search has no word, so that nothing is looked for
 */
GHashTable *
tl_search_index_find (const TlSearchIndex *self,
                      const char          *search)
{
  g_autofree guint *had = g_new0 (guint, self->n_risks);
  g_autoptr (GHashTable) found = g_hash_table_new (tl_id_hash, tl_id_equal);
  Search state = { self, had, 0 };

  tl_search_words_each (search, look_for, &state);
  if (state.n_words == 0)
    return NULL;
  for (guint i = 0; i < self->n_risks; i++)
    if (had[i] == state.n_words)
      g_hash_table_add (found, &self->risks[i]);
  return g_steal_pointer (&found);
}
