/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-workbook-private.h"

#define LOCATIONS_PER_FORUM 10

static const char * const first_words[] = {
  "Alder", "Birch", "Cedar", "Damson", "Elder", "Fern", "Gorse", "Hazel", "Iris", "Juniper",
  "Kestrel", "Larch", "Maple", "Nettle", "Osier", "Plover", "Quince", "Rowan", "Sorrel", "Tansy",
};
static const char * const second_words[] = {
  "House", "Cottage", "Row", "Lodge", "Court", "Yard", "Grange", "View", "Place", "End", "Green", "Mews", "Bank",
  "Lea", "Gate",
};
static const char * const given_names[] = {
  "Ada", "Bola", "Carys", "Dev", "Esme", "Farid", "Grace", "Hamza", "Ines", "Joel", "Kofi", "Lowri", "Mina", "Noor",
  "Owen", "Priya", "Rhys", "Sofia", "Tariq", "Una",
};
static const char * const family_names[] = {
  "Abbot", "Bello", "Craddock", "Dunne", "Eze", "Fenn", "Gill", "Harte", "Imber", "Jessop", "Kaur", "Lowe", "Marsh",
  "Nwosu", "Orme", "Pike", "Quaye", "Rudd", "Sethi", "Tully",
};

static TlId
add_place (BenchWorkbook *self,
           const char    *letter,
           guint          number,
           const char    *name,
           TlPlaceKind    kind,
           const TlId    *parent)
{
  TlId id = bench_rows_add (&self->rows, TL_TABLE_PLACE, letter, number);

  bench_rows_text (&self->rows, "name", "%s", name);
  bench_rows_word (&self->rows, "kind", kind);
  if (parent != NULL)
    bench_rows_link (&self->rows, "parent", parent);
  return id;
}

static TlId
add_person (BenchWorkbook *self,
            const char    *letter,
            guint          number,
            const char    *role,
            const TlId    *place)
{
  TlId id = bench_rows_add (&self->rows, TL_TABLE_PERSON, letter, number);

  bench_rows_text (&self->rows, "name", "%s %s", bench_rows_pick_from (&self->rows, given_names),
                   bench_rows_pick_from (&self->rows, family_names));
  bench_rows_text (&self->rows, "role", "%s", role);
  if (place != NULL)
    bench_rows_link (&self->rows, "place", place);
  bench_rows_day (&self->rows, "from_date", self->today - 800 - (int) bench_rows_pick (&self->rows, 800));
  return id;
}

static void
add_location (BenchWorkbook *self,
              guint          number,
              const TlId    *provider)
{
  static const char * const teams[] = { "Upper team", "Lower team" };
  guint n = G_N_ELEMENTS (first_words), round = number / (n * G_N_ELEMENTS (second_words));
  g_autoptr (GString) name = g_string_new (first_words[number % n]);
  BenchLocation location = { .forum = number / LOCATIONS_PER_FORUM };

  g_string_append_printf (name, " %s", second_words[number / n % G_N_ELEMENTS (second_words)]);
  if (round > 0)
    g_string_append_printf (name, " %u", round + 1);
  location.id = add_place (self, "L", number + 1, name->str, TL_PLACE_KIND_LOCATION, provider);
  for (guint i = 0; i < G_N_ELEMENTS (teams); i++)
    {
      g_autofree char *team = g_strdup_printf ("%s, %s", name->str, teams[i]);

      location.teams[i] = add_place (self, "T", 2 * number + i + 1, team, TL_PLACE_KIND_TEAM, &location.id);
    }
  location.name = g_string_free (g_steal_pointer (&name), FALSE);
  g_array_append_val (self->locations, location);
}

static void
add_places (BenchWorkbook *self)
{
  static const char * const shifts[] = { "Day", "Night" };
  static const char * const groups[] = { "Senior care workers", "Care workers", "Agency workers" };
  TlId provider = add_place (self, "PROVIDER", 1, "Quillbrook Care", TL_PLACE_KIND_PROVIDER, NULL);

  for (guint i = 0; i < self->size->locations; i++)
    add_location (self, i, &provider);
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    self->shifts[i] = add_place (self, "SHIFT", i + 1, shifts[i], TL_PLACE_KIND_SHIFT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    self->groups[i] = add_place (self, "GROUP", i + 1, groups[i], TL_PLACE_KIND_STAFF_GROUP, NULL);
}

static void
add_people (BenchWorkbook *self)
{
  static const char * const roles[BENCH_N_LEADS] = {
    "Nominated individual", "Quality lead", "Medicines lead", "Safeguarding lead", "Complaints lead",
  };

  for (guint i = 0; i < BENCH_N_LEADS; i++)
    self->leads[i] = add_person (self, "LEAD", i + 1, roles[i], NULL);
  for (guint i = 0; i < self->locations->len; i++)
    {
      BenchLocation *location = &g_array_index (self->locations, BenchLocation, i);

      location->manager = add_person (self, "P", 2 * i + 1, "Registered manager", &location->id);
      location->deputy = add_person (self, "P", 2 * i + 2, "Deputy manager", &location->id);
    }
}

static void
add_forum (BenchWorkbook *self,
           const char    *name,
           TlLevel        level,
           TlInterval     every,
           const TlId    *chair)
{
  BenchForum forum = { .chair = *chair, .every = tl_interval_get_days (every) };

  forum.id = bench_rows_add (&self->rows, TL_TABLE_FORUM, NULL, 0);
  bench_rows_text (&self->rows, "name", "%s", name);
  bench_rows_word (&self->rows, "level", level);
  bench_rows_word (&self->rows, "every", every);
  bench_rows_whole (&self->rows, "pack_days", 7);
  forum.first = self->today - 400 - (int) bench_rows_pick (&self->rows, 14);
  g_array_append_val (self->forums, forum);
}

/* A quality meeting for every few locations, then oversight and board for all. */
static void
add_forums (BenchWorkbook *self)
{
  for (guint i = 0; i < self->locations->len; i += LOCATIONS_PER_FORUM)
    {
      const BenchLocation *location = bench_workbook_get_place (self, i);
      g_autofree char *name = g_strdup_printf ("Quality meeting %u", i / LOCATIONS_PER_FORUM + 1);

      add_forum (self, name, TL_LEVEL_SERVICE, TL_INTERVAL_FORTNIGHTLY, &location->manager);
    }
  add_forum (self, "Provider oversight", TL_LEVEL_PROVIDER, TL_INTERVAL_MONTHLY, &self->leads[0]);
  add_forum (self, "Board", TL_LEVEL_PROVIDER, TL_INTERVAL_QUARTERLY, &self->leads[0]);
}

static void
add_pack_item (BenchWorkbook *self,
               const TlId    *review,
               TlDay          date)
{
  bench_rows_add (&self->rows, TL_TABLE_PACK_ITEM, NULL, 0);
  bench_rows_link (&self->rows, "review", review);
  bench_rows_word (&self->rows, "source", bench_rows_chance (&self->rows, 50) ? TL_SOURCE_AUDIT : TL_SOURCE_REPORT);
  bench_rows_link (&self->rows, "person", &self->leads[1]);
  if (bench_rows_chance (&self->rows, 80))
    bench_rows_day (&self->rows, "arrived", date - (int) bench_rows_pick (&self->rows, 10));
}

static void
add_reviews (BenchWorkbook *self)
{
  guint number = 0;

  for (guint i = 0; i < self->forums->len; i++)
    {
      BenchForum *forum = &g_array_index (self->forums, BenchForum, i);

      for (TlDay date = forum->first; date <= self->today && forum->n_reviews < G_N_ELEMENTS (forum->reviews);
           date += forum->every)
        {
          TlId review = bench_rows_add (&self->rows, TL_TABLE_REVIEW, "V", ++number);

          bench_rows_day (&self->rows, "date", date);
          bench_rows_link (&self->rows, "forum", &forum->id);
          bench_rows_link (&self->rows, "chair_person", &forum->chair);
          forum->reviews[forum->n_reviews++] = review;
          if (bench_rows_chance (&self->rows, 30))
            add_pack_item (self, &review, date);
        }
    }
}

static void
clear_location (gpointer data)
{
  g_free (((BenchLocation *) data)->name);
}

/* Locations stand in a ring, so that a risk may reach across several from any of them. */
const BenchLocation *
bench_workbook_get_place (BenchWorkbook *self,
                          guint          index)
{
  return &g_array_index (self->locations, BenchLocation, index % self->locations->len);
}

/**
 * bench_workbook_write:
 * @store: a new document
 * @size: how much of everything; at least one location
 * @seed: what else it depends on
 *
 * Writes a workbook whose places, people, risks and what belongs to them are in the sample's proportions.
 */
void
bench_workbook_write (TlStore         *store,
                      const BenchSize *size,
                      guint32          seed)
{
  BenchWorkbook self = { .size = size };

  g_return_if_fail (size->locations > 0);

  tl_day_from_iso (BENCH_TODAY, &self.today);
  bench_rows_begin (&self.rows, store, seed);
  self.locations = g_array_new (FALSE, FALSE, sizeof (BenchLocation));
  g_array_set_clear_func (self.locations, clear_location);
  self.forums = g_array_new (FALSE, FALSE, sizeof (BenchForum));

  bench_rows_setting (&self.rows, TL_KEY_PROVIDER, "Quillbrook Care");
  bench_rows_setting (&self.rows, TL_KEY_FRAMEWORK, "Single assessment framework, 2023");
  bench_rows_setting (&self.rows, TL_KEY_TODAY, BENCH_TODAY);
  add_places (&self);
  add_people (&self);
  add_forums (&self);
  add_reviews (&self);
  for (guint i = 0; i < size->risks; i++)
    bench_workbook_add_risk (&self, i);

  bench_rows_end (&self.rows);
  g_array_unref (self.locations);
  g_array_unref (self.forums);
}
