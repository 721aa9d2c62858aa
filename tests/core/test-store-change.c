/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <string.h>

#include "tl-body-press.h"
#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-id-source.h"
#include "tl-store-error.h"

static const TlId row_a = { { 0xaa, 1 } };
static const TlId row_b = { { 0xbb, 2 } };

static char *
write_body (TlChange *change)
{
  g_autoptr (GBytes) body = NULL;

  tl_change_settle (change);
  body = tl_change_body_write (change);
  return g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

/* What changes are hashed as: if this differs, nobody can verify the history of an older workbook. */
static void
test_body_is_canonical (void)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_auto (TlValue) value = TL_VALUE_INIT;
  g_autofree char *body = NULL;

  tl_change_set_text (change, "risk", &row_b, "title", "first");
  tl_change_set_text (change, "risk", &row_b, "title", "“Missed” \"doses\"\\\n\ttab\x7f\x01");
  tl_value_set_real (&value, 0.1);
  tl_change_set (change, "measure", &row_a, "target", &value);
  tl_value_set_real (&value, 95);
  tl_change_set (change, "measure", &row_a, "baseline", &value);
  tl_value_set_integer (&value, -5);
  tl_change_set (change, "risk", &row_a, "impact", &value);
  tl_change_set_id (change, "measure", &row_a, "risk", &row_b);
  tl_change_set_text (change, "risk", &row_a, "root_cause", NULL);
  tl_change_add_row (change, "risk", &row_a);
  tl_change_set_note (change, "undoes", "c0ffee");
  tl_change_set_note (change, "about", "é");

  body = write_body (change);
  g_assert_cmpstr (body, ==,
                   "[\"about\",\"é\"]\n"
                   "[\"undoes\",\"c0ffee\"]\n"
                   "[\"measure\",\"aa010000000000000000000000000000\",\"baseline\",null,95.0]\n"
                   "[\"measure\",\"aa010000000000000000000000000000\",\"risk\",null,"
                   "[\"bb020000000000000000000000000000\"]]\n"
                   "[\"measure\",\"aa010000000000000000000000000000\",\"target\",null,0.1]\n"
                   "[\"risk\",[\"impact\",\"root_cause\"]]\n"
                   "{\"aa010000000000000000000000000000\":[-5,null]}\n"
                   "[\"risk\",\"bb020000000000000000000000000000\",\"title\",null,"
                   "\"“Missed” \\\"doses\\\"\\\\\\n\\u0009tab\x7f\\u0001\"]\n");
}

/* The same change says the same whether its new rows are packed or not, among rows that were there before. */
static void
test_packed_rows_are_the_same_body (void)
{
  g_autoptr (TlChange) plain = tl_change_new ("import"), filled = tl_change_new ("import");
  TlChange *changes[] = { plain, filled };
  g_autoptr (TlChange) again = tl_change_new ("import");
  char *bodies[2] = { NULL };
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (TlValue) link = TL_VALUE_INIT, number = TL_VALUE_INIT, text = TL_VALUE_INIT, nothing = TL_VALUE_INIT;

  tl_value_set_id (&link, &row_a);
  tl_value_set_text (&text, "2026-03-01");
  for (guint i = 0; i < 2; i++)
    {
      for (int row = 9; row > 0; row -= 2)
        {
          TlId id = { { (guint8) row } };

          tl_value_set_real (&number, row == 5 ? -0.0 : row / 2.0);
          if (i == 0)
            {
              tl_change_add_row (changes[i], "reading", &id);
              tl_change_set (changes[i], "reading", &id, "measure", &link);
              tl_change_set_text (changes[i], "reading", &id, "date", "2026-03-01");
              tl_value_set_real (&number, row / 2.0 * (row != 5));
              if (row != 7)
                tl_change_set (changes[i], "reading", &id, "numerator", &number);
            }
          else
            {
              g_assert_true (tl_change_pack_row (changes[i], "reading", &id));
              tl_change_pack (changes[i], "reading", "measure", &link);
              tl_change_pack (changes[i], "reading", "date", &text);
              tl_change_pack (changes[i], "reading", "numerator", row != 7 ? &number : &nothing);
            }
        }
      for (guint8 row = 2; row < 12; row += 4)
        tl_change_set_text (changes[i], "reading", &(TlId) { { row } }, "evidence", "Audit of the MAR charts");
      tl_change_set_text (changes[i], "measure", &row_a, "title", "Doses recorded");
      tl_change_set_text (changes[i], "risk", &row_a, "title", "Doses are missed");
      bodies[i] = write_body (changes[i]);
    }
  g_assert_cmpstr (bodies[0], ==, bodies[1]);
  g_assert_nonnull (strstr (bodies[0], "[\"reading\",[\"date\",\"measure\",\"numerator\"]]\n"
                                       "{\"01000000000000000000000000000000\":[\"2026-03-01\","
                                       "[\"aa010000000000000000000000000000\"],0.5]}\n"
                                       "[\"reading\",\"02000000000000000000000000000000\",\"evidence\",null,"));
  g_assert_nonnull (strstr (bodies[0], "{\"07000000000000000000000000000000\":[\"2026-03-01\","
                                       "[\"aa010000000000000000000000000000\"],[]]}\n"));

  body = g_bytes_new_static (bodies[1], strlen (bodies[1]));
  g_assert_true (tl_change_body_read (again, body, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_change_get_n_edits (again), ==, tl_change_get_n_edits (changes[1]));
  for (guint i = 0; i < tl_change_get_n_edits (again); i++)
    {
      const TlEdit *read = tl_change_get_edit (again, i), *packed = tl_change_get_edit (changes[1], i);

      g_assert_cmpstr (read->table, ==, packed->table);
      g_assert_true (tl_id_equal (&read->row, &packed->row));
      g_assert_cmpstr (read->column, ==, packed->column);
      g_assert_true (tl_value_equal (&read->new_value, &packed->new_value));
    }
  /* A place may lie within one that comes after it, so that it has to wait. */
  g_assert_false (tl_change_pack_row (changes[0], "place", &row_b));
  g_free (bodies[0]);
  g_free (bodies[1]);
}

/* As few digits as tell a number apart, whichever way they are found. */
static void
test_numbers_are_canonical (void)
{
  static const struct
  {
    double number;
    const char *written;
  } numbers[] = {
    { 0, "0.0" }, { 5, "5.0" }, { -7, "-7.0" }, { 10, "1e+01" }, { 113, "113.0" }, { 120, "1.2e+02" }, { -0.0, "-0.0" },
    { 1234567, "1234567.0" }, { 9007199254740991, "9007199254740991.0" }, { 9007199254740993.0, "9007199254740992.0" },
    { 94.2, "94.2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (TlChange) change = tl_change_new ("test");
      g_auto (TlValue) value = TL_VALUE_INIT;
      g_autofree char *body = NULL, *expected = NULL;

      tl_value_set_real (&value, numbers[i].number);
      tl_change_set (change, "measure", &row_a, "target", &value);
      body = write_body (change);
      expected = g_strdup_printf ("[\"measure\",\"aa010000000000000000000000000000\",\"target\",null,%s]\n",
                                  numbers[i].written);
      g_assert_cmpstr (body, ==, expected);
    }
}

/* A long body goes into the history in pieces, and must be the same as the whole. */
static void
test_press_is_the_body (void)
{
  static const guint lengths[] = { 0, 1, 3000, 40000 };
  g_autoptr (GBytes) salt = g_bytes_new_static ("0123456789abcdef", 16);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (TlChange) change = tl_change_new ("test");
      g_autoptr (GBytes) body = NULL, pressed = NULL, unpressed = NULL;
      g_autoptr (GError) error = NULL;
      TlDigest digest, expected;

      for (guint j = 0; j < lengths[i]; j++)
        {
          TlId row = { { (guint8) j, (guint8) (j >> 8) } };

          tl_change_set_text (change, "risk", &row, "title", "Medicines record gaps");
        }
      tl_change_settle (change);
      body = tl_change_body_write (change);
      expected = tl_change_body_get_digest (salt, body);
      pressed = tl_body_press (change, salt, &digest);
      unpressed = tl_change_body_decompress (pressed, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (body, unpressed));
      g_assert_true (tl_digest_equal (&digest, &expected));
    }
}

static void
assert_round_trip (const TlValue *value)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlChange) again = tl_change_new ("test");
  g_autoptr (GBytes) body = NULL, compressed = NULL, decompressed = NULL;
  g_autoptr (GError) error = NULL;

  tl_change_add_edit (change, "risk", &row_a, "title", value, value);
  body = tl_change_body_write (change);
  compressed = tl_change_body_compress (body);
  decompressed = tl_change_body_decompress (compressed, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (body, decompressed));

  g_assert_true (tl_change_body_read (again, decompressed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_change_get_n_edits (again), ==, 1);
  g_assert_true (tl_value_equal (&tl_change_get_edit (again, 0)->old_value, value));
  g_assert_true (tl_value_equal (&tl_change_get_edit (again, 0)->new_value, value));
}

static void
test_values_round_trip (void)
{
  static const double reals[] = {
    0, 1, -1, 95, 0.1, 1.0 / 3, 1e22, 1e23, 123456789012345678.0, 1e-7, 5e-324, DBL_MAX, DBL_MIN, -DBL_MAX, 94.2,
    9007199254740993.0,
  };
  static const gint64 integers[] = { 0, 1, -1, G_MAXINT64, G_MININT64, 9007199254740993 };
  static const char * const texts[] = {
    "", "a", "\"\\/\b\f\n\r\t\x01\x1f\x7f", "Ærøskøbing 🏡", "null", "[\"00\"]",
  };
  g_auto (TlValue) value = TL_VALUE_INIT;
  GRand *random = g_rand_new_with_seed (7);

  assert_round_trip (&value);
  for (gsize i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      tl_value_set_real (&value, reals[i]);
      assert_round_trip (&value);
    }
  for (guint i = 0; i < 2000; i++)
    {
      union { guint32 halves[2]; double real; } bits = { { g_rand_int (random), g_rand_int (random) } };

      tl_value_set_real (&value, i % 2 == 0 ? g_rand_double (random) * 100 : bits.real);
      if (value.real - value.real == 0)
        assert_round_trip (&value);
    }
  g_rand_free (random);
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      tl_value_set_integer (&value, integers[i]);
      assert_round_trip (&value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      tl_value_set_text (&value, texts[i]);
      assert_round_trip (&value);
    }
  tl_value_set_bytes (&value, "\x00\xff\x80", 3);
  assert_round_trip (&value);
  tl_value_set_bytes (&value, "", 0);
  assert_round_trip (&value);
}

/* There is one way to write a body; everything else is an alteration or an attack. */
static void
test_other_bodies_are_refused (void)
{
#define ROW "\"aa010000000000000000000000000000\""
  static const char * const bodies[] = {
    "[\"risk\"," ROW ",\"title\",null,\"a\"]",
    " [\"risk\"," ROW ",\"title\",null,\"a\"]\n",
    "[\"risk\", " ROW ",\"title\",null,\"a\"]\n",
    "[\"risk\"," ROW ",\"title\",null,\"\\u0061\"]\n",
    "[\"risk\"," ROW ",\"title\",null,'a']\n",
    "[\"risk\"," ROW ",\"title\",null,\"a\",1]\n",
    "[\"risk\"," ROW ",\"title\",null]\n",
    "[\"risk\"," ROW ",\"title\",null,1e2]\n",
    "[\"risk\"," ROW ",\"title\",null,1.50]\n",
    "[\"risk\"," ROW ",\"title\",null,1e999]\n",
    "[\"risk\"," ROW ",\"title\",null,99999999999999999999]\n",
    "[\"risk\"," ROW ",\"title\",null,NaN]\n",
    "[\"risk\"," ROW ",\"title\",null,true]\n",
    "[\"risk\"," ROW ",\"title\",null,[1]]\n",
    "[\"risk\"," ROW ",\"title\",null,[\"0\"]]\n",
    "[\"risk\"," ROW ",\"title\",null,[\"AB\"]]\n",
    "[\"risk\"," ROW ",\"title\",null,[\"00\",1]]\n",
    "[\"risk\"," ROW ",\"title\",null,[]]\n",
    "[\"risk\"," ROW ",\"title\",null,{\"bytes\":\"00\"}]\n",
    /* A row that comes to be has one line, after the columns of all such rows. */
    "[\"risk\"," ROW ",\"_live\",null,1]\n",
    "{" ROW ":[1]}\n",
    "[\"risk\",[\"impact\"]]\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[[]]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[1,2]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[[1]]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":1}\n",
    "[\"risk\",[\"impact\"]]\n{\"aa01\":[1]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[1]," ROW ":[1]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[1]}\n{" ROW ":[1]}\n",
    "[\"risk\",[\"impact\"]]\n[\"risk\",[\"impact\"]]\n{" ROW ":[1]}\n",
    "[\"risk\",[\"title\",\"impact\"]]\n{" ROW ":[\"a\",1]}\n",
    "[\"risk\",[\"impact\",\"impact\"]]\n{" ROW ":[1,1]}\n",
    "[\"risk\",[\"_live\"]]\n{" ROW ":[1]}\n",
    "[\"risk\",[7]]\n{" ROW ":[1]}\n",
    "[\"risk\",[\"impact\"]]\n{" ROW ":[1]}\n[\"risk\"," ROW ",\"title\",null,\"a\"]\n",
    "[\"risk\",\"AA010000000000000000000000000000\",\"title\",null,1]\n",
    "[\"risk\",\"aa01\",\"title\",null,1]\n",
    "[\"risk\"," ROW ",7,null,1]\n",
    "[\"risk\"," ROW ",\"title\",null,1]\n[\"risk\"," ROW ",\"title\",null,2]\n",
    "[\"risk\"," ROW ",\"title\",null,1]\n[\"risk\"," ROW ",\"impact\",null,2]\n",
    "[\"risk\"," ROW ",\"title\",null,1]\n[\"undoes\",\"a\"]\n",
    "[\"b\",\"1\"]\n[\"a\",\"1\"]\n",
    "[\"a\",\"1\"]\n[\"a\",\"1\"]\n",
    "[\"risk\"," ROW ",\"title\",null,\"\xff\"]\n",
    "[\"risk\"," ROW ",\"title\",null,\"a\\u0000b\"]\n",
    "{}\n",
    "\n",
    "null\n",
    "[[[[[[[[[[",
  };
#undef ROW

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (TlChange) change = tl_change_new ("test");
      g_autoptr (GBytes) body = g_bytes_new (bodies[i], strlen (bodies[i]));
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_change_body_read (change, body, &error));
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
    }
}

static void
test_compressed_bodies_are_checked (void)
{
  g_autoptr (GBytes) body = g_bytes_new ("[\"a\",\"1\"]\n", 10);
  g_autoptr (GBytes) good = tl_change_body_compress (body);
  gsize length = g_bytes_get_size (good);
  g_autofree guint8 *bytes = g_malloc (length + 1);

  memcpy (bytes, g_bytes_get_data (good, NULL), length);
  bytes[length] = 'x';
  for (gsize i = 0; i <= length + 1; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new (bytes, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) read = tl_change_body_decompress (part, &error);

      if (i == length)
        g_assert_true (g_bytes_equal (read, body));
      else
        g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
    }
}

static void
assert_hex (const TlDigest *digest,
            const char     *expected)
{
  g_autoptr (GString) hex = g_string_new (NULL);

  for (gsize i = 0; i < sizeof digest->bytes; i++)
    g_string_append_printf (hex, "%02x", digest->bytes[i]);
  g_assert_cmpstr (hex->str, ==, expected);
}

/* The id as another program would work it out, from the words of the definition alone. */
static void
test_id_is_what_the_definition_says (void)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.rename");
  g_autoptr (GByteArray) hashed = g_byte_array_new ();
  g_autoptr (GBytes) salt = g_bytes_new_static ("0123456789abcdef", 16);
  g_autoptr (GBytes) body = NULL;
  g_autofree char *expected = NULL, *digest_hex = NULL, *salted = NULL;
  TlId actor = { { 9 } };
  TlChangeSeal seal = { .n_parents = 2, .time = 1767225600123, .actor = &actor, .version = 1, .salt = salt };
  static const guint8 time_and_actor[] = { 0, 0, 0, 8, 0, 0, 1, 0x9b, 0x76, 0xda, 0xa8, 0x7b, 0, 0, 0, 16, 9 };
  static const guint8 zeros[15];

  memset (seal.parents[0].bytes, 1, 32);
  memset (seal.parents[1].bytes, 2, 32);
  tl_change_set_text (change, "risk", &row_a, "title", "A");
  tl_change_settle (change);
  body = tl_change_body_write (change);
  seal.digest = tl_change_body_get_digest (salt, body);
  tl_change_seal (change, &seal);

  salted = g_strdup_printf ("0123456789abcdef%.*s", (int) g_bytes_get_size (body),
                            (const char *) g_bytes_get_data (body, NULL));
  digest_hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
  assert_hex (&seal.digest, digest_hex);

  g_byte_array_append (hashed, (const guint8 *) "\0\0\0\x40", 4);
  g_byte_array_append (hashed, seal.parents[0].bytes, 32);
  g_byte_array_append (hashed, seal.parents[1].bytes, 32);
  g_byte_array_append (hashed, time_and_actor, sizeof time_and_actor);
  g_byte_array_append (hashed, zeros, sizeof zeros);
  g_byte_array_append (hashed, (const guint8 *) "\0\0\0\x0brisk.rename", 15);
  g_byte_array_append (hashed, (const guint8 *) "\0\0\0\4\0\0\0\1", 8);
  g_byte_array_append (hashed, (const guint8 *) "\0\0\0\x20", 4);
  g_byte_array_append (hashed, seal.digest.bytes, 32);
  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, hashed->data, hashed->len);
  assert_hex (tl_change_get_id (change), expected);
}

static void
test_ids_sort_as_they_were_made (void)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new (&row_a, "A");
  TlId last = tl_id_source_make_id (ids);

  for (guint i = 0; i < 20000; i++)
    {
      TlId next = tl_id_source_make_id (ids);

      g_assert_cmpint (tl_id_compare (&last, &next), <, 0);
      g_assert_cmpuint (next.bytes[6] >> 4, ==, 7);
      g_assert_cmpuint (next.bytes[8] >> 6, ==, 2);
      last = next;
    }
}

static void
test_seed_fixes_everything (void)
{
  g_autoptr (TlIdSource) a = tl_id_source_new_seeded ("sample", 1767225600000);
  g_autoptr (TlIdSource) b = tl_id_source_new_seeded ("sample", 1767225600000);
  g_autoptr (TlIdSource) c = tl_id_source_new_seeded ("another", 1767225600000);
  guint8 salt_a[TL_SALT_LENGTH], salt_b[TL_SALT_LENGTH], salt_c[TL_SALT_LENGTH];

  /* Salts are made by the writer, at any moment between two ids. */
  tl_id_source_make_salt (a, salt_a);
  for (guint i = 0; i < 5000; i++)
    {
      TlId id_a = tl_id_source_make_id (a), id_b = tl_id_source_make_id (b), id_c = tl_id_source_make_id (c);

      g_assert_true (tl_id_equal (&id_a, &id_b));
      g_assert_false (tl_id_equal (&id_a, &id_c));
    }
  tl_id_source_make_salt (b, salt_b);
  tl_id_source_make_salt (c, salt_c);
  g_assert_cmpmem (salt_a, sizeof salt_a, salt_b, sizeof salt_b);
  g_assert_cmpint (memcmp (salt_a, salt_c, sizeof salt_a), !=, 0);
  g_assert_true (tl_id_equal (tl_id_source_get_actor (a), tl_id_source_get_actor (b)));
  g_assert_cmpint (tl_id_source_get_time (a), ==, 1767225600000);
  g_assert_cmpint (tl_id_source_get_time (a), ==, 1767225600001);
}

/* Who made a change stays the same person from one day to the next. */
static void
test_person_keeps_their_id (void)
{
  g_autoptr (TlIdSource) today = tl_id_source_new_for_user ();
  g_autoptr (TlIdSource) tomorrow = tl_id_source_new_for_user ();

  g_assert_false (tl_id_is_none (tl_id_source_get_actor (today)));
  g_assert_true (tl_id_equal (tl_id_source_get_actor (today), tl_id_source_get_actor (tomorrow)));
  g_assert_nonnull (tl_id_source_get_actor_name (today));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/change/body-is-canonical", test_body_is_canonical);
  g_test_add_func ("/store/change/packed-rows-are-the-same-body", test_packed_rows_are_the_same_body);
  g_test_add_func ("/store/change/numbers-are-canonical", test_numbers_are_canonical);
  g_test_add_func ("/store/change/press-is-the-body", test_press_is_the_body);
  g_test_add_func ("/store/change/values-round-trip", test_values_round_trip);
  g_test_add_func ("/store/change/other-bodies-are-refused", test_other_bodies_are_refused);
  g_test_add_func ("/store/change/compressed-bodies-are-checked", test_compressed_bodies_are_checked);
  g_test_add_func ("/store/change/id-is-what-the-definition-says", test_id_is_what_the_definition_says);
  g_test_add_func ("/store/change/ids-sort-as-they-were-made", test_ids_sort_as_they_were_made);
  g_test_add_func ("/store/change/seed-fixes-everything", test_seed_fixes_everything);
  g_test_add_func ("/store/change/person-keeps-their-id", test_person_keeps_their_id);
  return g_test_run ();
}
