/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-foreign-words.h"

/* Somebody who is in the workbook, or whom the file names. */
typedef struct
{
  char *name;
  char *role;
  char *folded;
  const TlPersonFacts *existing;
  char *ref;
} Person;

typedef struct
{
  char *name;
  char *role;
} Named;

static void
person_free (Person *person)
{
  g_free (person->name);
  g_free (person->role);
  g_free (person->folded);
  g_free (person->ref);
  g_free (person);
}

static Person *
add_person (TlForeignWork       *work,
            const char          *name,
            const char          *role,
            const TlPersonFacts *existing)
{
  Person *person = g_new0 (Person, 1);

  person->name = g_strdup (name);
  person->role = g_strdup (role);
  person->folded = tl_foreign_fold (name);
  person->existing = existing;
  person->ref = existing != NULL ? g_strdup (existing->base.ref) : NULL;
  g_ptr_array_add (work->people, person);
  return person;
}

/* Those in post first: a name or role means them before anybody who has left. */
static gboolean
is_in_post (TlForeignWork       *work,
            const TlPersonFacts *person)
{
  TlDay day = work->mapping->as_of;

  return day == TL_NO_DAY ? person->until_date == TL_NO_DAY
                          : (person->until_date == TL_NO_DAY || person->until_date > day);
}

/**
 * tl_foreign_who_begin:
 * @work: a result in the making
 *
 * Gets to know the workbook's people and places.
 */
void
tl_foreign_who_begin (TlForeignWork *work)
{
  work->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  work->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_PERSON); i++)
        {
          const TlPersonFacts *person = tl_snapshot_get (work->existing, TL_TABLE_PERSON, i);

          if (person->base.ref != NULL && is_in_post (work, person) == (pass == 0))
            add_person (work, person->name, person->role, person);
        }
    }
  for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (work->existing, TL_TABLE_PLACE, i);
      g_autofree char *folded = tl_foreign_fold (place->name);

      if (place->base.ref != NULL && !g_hash_table_contains (work->places, folded))
        g_hash_table_insert (work->places, g_steal_pointer (&folded), g_strdup (place->base.ref));
    }
}

/**
 * tl_foreign_who_end:
 * @work: a result in the making
 *
 * Forgets them.
 */
void
tl_foreign_who_end (TlForeignWork *work)
{
  g_ptr_array_unref (work->people);
  g_hash_table_unref (work->places);
  g_hash_table_unref (work->said);
}

static void
named_clear (Named *named)
{
  g_free (named->name);
  g_free (named->role);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Named, named_clear)

static void
take_apart (Named      *named,
            const char *first,
            const char *second)
{
  gboolean second_is_role = tl_foreign_words_name_role (second);

  g_set_str (&named->name, second_is_role ? first : second);
  g_set_str (&named->role, second_is_role ? second : first);
}

/* "Ann Example (RM)", "Deputy manager - Bo Example", "Ann Example, Registered manager" */
static void
read_named (const char *text,
            Named      *named)
{
  static const char * const links[] = { " (", " – ", " - ", ", ", ": " };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *link = strstr (text, links[i]);
      g_autofree char *first = link != NULL ? g_strndup (text, (gsize) (link - text)) : NULL;
      g_autofree char *second = link != NULL ? g_strdup (link + strlen (links[i])) : NULL;

      if (link == NULL)
        continue;
      g_strdelimit (second, ")", ' ');
      g_strstrip (first);
      g_strstrip (second);
      if (*first != '\0' && *second != '\0' && tl_foreign_words_name_role (first) != tl_foreign_words_name_role (second))
        {
          take_apart (named, first, second);
          return;
        }
    }
  if (tl_foreign_words_name_role (text))
    g_set_str (&named->role, text);
  else
    g_set_str (&named->name, text);
}

static gboolean
is_role (const char *a,
         const char *b)
{
  const char *canonical_a = tl_foreign_words_find_role (a), *canonical_b = tl_foreign_words_find_role (b);
  g_autofree char *folded_a = tl_foreign_fold (a), *folded_b = tl_foreign_fold (b);

  return g_str_equal (folded_a, folded_b) || (canonical_a != NULL && canonical_a == canonical_b);
}

/* Returns: whether "ae", "a e", "a example" or "ann" may stand for "ann example" */
static gboolean
may_stand_for (const char *folded,
               const char *name)
{
  g_auto (GStrv) short_parts = g_strsplit (folded, " ", 3), parts = g_strsplit (name, " ", -1);
  guint n_short = g_strv_length (short_parts), n = g_strv_length (parts);
  const char *last = n > 0 ? parts[n - 1] : "";

  if (n < 2 || n_short == 0 || n_short > 2)
    return FALSE;
  if (n_short == 1 && strlen (folded) == 2)
    return folded[0] == parts[0][0] && folded[1] == last[0];
  if (n_short == 1)
    return strlen (folded) >= 3 && g_str_equal (folded, parts[0]);
  return short_parts[0][0] == parts[0][0] && short_parts[0][1] == '\0'
         && (g_str_equal (short_parts[1], last) || (short_parts[1][0] == last[0] && short_parts[1][1] == '\0'));
}

typedef gboolean (*PersonFunc) (const Person *person,
                                const char   *text);

static gboolean
has_name (const Person *person,
          const char   *folded)
{
  return g_str_equal (person->folded, folded);
}

static gboolean
has_short_name (const Person *person,
                const char   *folded)
{
  return may_stand_for (folded, person->folded);
}

static gboolean
has_role (const Person *person,
          const char   *role)
{
  return person->role != NULL && is_role (person->role, role);
}

/* Returns: (nullable): the only one of those in post, or the only one at all; two of a name could be either */
static Person *
find_only (TlForeignWork *work,
           PersonFunc     function,
           const char    *text)
{
  Person *found = NULL;
  guint n = 0, n_left = 0;

  for (guint i = 0; i < work->people->len; i++)
    {
      Person *person = g_ptr_array_index (work->people, i);
      gboolean left = person->existing != NULL && !is_in_post (work, person->existing);

      if (!function (person, text))
        continue;
      if (n == 0 && (found == NULL || !left))
        found = person;
      n += !left;
      n_left += left;
    }
  return n == 1 || (n == 0 && n_left == 1) ? found : NULL;
}

static Person *
find_named (TlForeignWork *work,
            const Named   *named)
{
  g_autofree char *folded = named->name != NULL ? tl_foreign_fold (named->name) : NULL;
  Person *person = NULL;

  if (folded == NULL)
    {
      /* Somebody who is called by the role alone comes before the one who has it. */
      folded = tl_foreign_fold (named->role);
      person = find_only (work, has_name, folded);
      return person != NULL ? person : find_only (work, has_role, named->role);
    }
  person = find_only (work, has_name, folded);
  return person != NULL ? person : find_only (work, has_short_name, folded);
}

static char *
write_meaning (const Person *person)
{
  return person->existing != NULL ? g_strdup (person->ref)
                                  : g_strdup_printf ("%s; %s", person->name, person->role);
}

static char *
describe_new (const Named *named)
{
  const char *role = named->role != NULL ? tl_foreign_words_find_role (named->role) : NULL;

  if (role == NULL)
    role = named->role != NULL ? named->role : _("Role not given");
  return g_strdup_printf ("%s; %s", named->name != NULL ? named->name : role, role);
}

/* Returns: (transfer full): what a name in the file most likely means */
static char *
guess_meaning (TlForeignWork *work,
               const char    *word)
{
  g_auto (Named) named = { NULL, NULL };
  Person *person;

  if (tl_foreign_words_say_nobody (word))
    return g_strdup ("");
  read_named (word, &named);
  person = find_named (work, &named);
  return person != NULL ? write_meaning (person) : describe_new (&named);
}

/* Returns: (nullable): the person that a meaning names, perhaps made for it */
static Person *
find_meant (TlForeignWork *work,
            const char    *meaning)
{
  g_auto (GStrv) parts = g_strsplit (meaning, ";", 2);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < work->people->len; i++)
    {
      Person *person = g_ptr_array_index (work->people, i);

      if (g_strcmp0 (person->ref, meaning) == 0)
        return person;
    }
  if (parts[0] == NULL || *g_strstrip (parts[0]) == '\0')
    return NULL;
  folded = tl_foreign_fold (parts[0]);
  for (guint i = 0; i < work->people->len; i++)
    {
      Person *person = g_ptr_array_index (work->people, i);

      if (g_str_equal (person->folded, folded)
          && (parts[1] == NULL || person->role == NULL || is_role (person->role, parts[1])))
        return person;
    }
  return add_person (work, parts[0], parts[1] != NULL && *g_strstrip (parts[1]) != '\0' ? parts[1] : _("Role not given"),
                     NULL);
}

static const char *
give_ref (TlForeignWork        *work,
          const TlForeignCells *cells,
          TlForeignField        field,
          Person               *person)
{
  TlForeignOut *out;

  if (person->ref != NULL)
    return person->ref;
  out = tl_foreign_out_add (work, TL_TABLE_PERSON, NULL, NULL, cells);
  tl_foreign_out_set (out, "name", person->name, cells->columns[field]);
  tl_foreign_out_set (out, "role", person->role, cells->columns[field]);
  person->ref = g_strdup (out->ref);
  return person->ref;
}

/* Returns: (nullable): somebody in the workbook who is called exactly so, of whom nobody has to be asked */
static Person *
find_own (TlForeignWork  *work,
          TlForeignField  field,
          const char     *word)
{
  g_autofree char *folded = tl_foreign_fold (word);
  Person *person = find_only (work, has_name, folded);

  return person != NULL && person->existing != NULL && tl_foreign_mapping_get_meaning (work->mapping, field, word) == NULL
         ? person : NULL;
}

/* Whoever is meant by a word is meant by it in all rows. */
static Person *
find_said (TlForeignWork        *work,
           const TlForeignCells *cells,
           TlForeignField        field,
           const char           *word)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) field, word);
  gboolean known = g_hash_table_contains (work->said, key);
  Person *person = known ? g_hash_table_lookup (work->said, key) : find_own (work, field, word);
  g_autofree char *guess = NULL;
  const char *meaning;

  if (known)
    {
      tl_foreign_work_look_up (work, cells, field, word, NULL);
      return person;
    }
  if (person != NULL)
    return person;
  guess = guess_meaning (work, word);
  meaning = tl_foreign_work_look_up (work, cells, field, word, guess);
  person = *meaning != '\0' ? find_meant (work, meaning) : NULL;
  g_hash_table_insert (work->said, g_steal_pointer (&key), person);
  return person;
}

/**
 * tl_foreign_who_find:
 * @work: a result in the making
 * @cells: the row
 * @field: which of its cells
 * @text: what stands there, or a part of it
 * @kept: (inout) (nullable): words that name nobody are added to it
 *
 * Finds out who is meant. Somebody who isn't in the workbook yet becomes a new person.
 *
 * Returns: (transfer full) (element-type utf8): their refs, in the order in which they are named
 */
GPtrArray *
tl_foreign_who_find (TlForeignWork         *work,
                     const TlForeignCells  *cells,
                     TlForeignField         field,
                     const char            *text,
                     char                 **kept)
{
  GPtrArray *refs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = tl_foreign_split_people (text);

  for (guint i = 0; words[i] != NULL; i++)
    {
      Person *person = find_said (work, cells, field, words[i]);
      const char *ref;

      ref = person != NULL ? give_ref (work, cells, field, person) : NULL;

      if (ref == NULL)
        tl_foreign_keep_word (kept, words[i]);
      else if (!g_ptr_array_find_with_equal_func (refs, ref, g_str_equal, NULL))
        g_ptr_array_add (refs, g_strdup (ref));
    }
  return refs;
}

/**
 * tl_foreign_who_expect:
 * @work: a result in the making
 * @cells: a row
 * @field: which of its cells
 *
 * Notes people who are named with their role, so that "RM" further up means "Ann Example (RM)" further down.
 */
void
tl_foreign_who_expect (TlForeignWork        *work,
                       const TlForeignCells *cells,
                       TlForeignField        field)
{
  g_auto (GStrv) words = tl_foreign_split_people (tl_foreign_cells_get (cells, field));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (Named) named = { NULL, NULL };
      const char *role;

      if (tl_foreign_words_say_nobody (words[i]) || tl_foreign_mapping_get_meaning (work->mapping, field, words[i]) != NULL)
        continue;
      read_named (words[i], &named);
      if (named.name == NULL || named.role == NULL || find_named (work, &named) != NULL)
        continue;
      role = tl_foreign_words_find_role (named.role);
      add_person (work, named.name, role != NULL ? role : named.role, NULL);
    }
}

/**
 * tl_foreign_who_name:
 * @work: a result in the making
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the ref of the only person of exactly that name, in the workbook or the file
 */
const char *
tl_foreign_who_name (TlForeignWork *work,
                     const char    *name)
{
  g_autofree char *folded = tl_foreign_fold (name);
  Person *person = *folded != '\0' ? find_only (work, has_name, folded) : NULL;

  return person != NULL ? person->ref : NULL;
}

/**
 * tl_foreign_who_add:
 * @work: a result in the making
 * @person: somebody whom a list of people names
 * @name: their name
 * @role: their role
 *
 * Makes somebody known to the sheets that come after.
 */
void
tl_foreign_who_add (TlForeignWork *work,
                    TlForeignOut  *person,
                    const char    *name,
                    const char    *role)
{
  Person *added = add_person (work, name, role, NULL);

  added->ref = g_strdup (person->ref);
}
