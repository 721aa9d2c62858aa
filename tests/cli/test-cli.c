/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-folder.h"
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include <signal.h>
#include <sqlite3.h>
#include <string.h>

#include "tl-report-kind.h"
#include "tl-store-erase.h"

/* The program as people and scripts run it, on real files. */

typedef struct
{
  char *folder;
  char *workbook;
  char *source;
  char *temporary;
  char *state;
  int status;
  char *out;
  char *err;
} Fixture;

#define RISKS "Ref,Title,Theme\nR1,Missed doses,medicines\nR2,Late calls,staffing\n"

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = test_folder_make (NULL, NULL);
  self->workbook = g_build_filename (self->folder, "care.throughline", NULL);
  self->source = g_build_filename (self->folder, "source", NULL);
  self->temporary = g_build_filename (self->folder, "temporary", NULL);
  self->state = g_build_filename (self->folder, "state", NULL);
  g_mkdir (self->source, 0700);
  g_mkdir (self->temporary, 0700);
  test_folder_write (self->source, "Risks.csv", RISKS, -1);
}

/* Whatever a command did, it left no working copy behind. */
static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpint (g_rmdir (self->temporary), ==, 0);
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->workbook);
  g_free (self->source);
  g_free (self->temporary);
  g_free (self->state);
  g_free (self->out);
  g_free (self->err);
}

static void
run_list (Fixture    *self,
          const char *first_argument,
          va_list     rest)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("TL_CLI"));
  for (const char *argument = first_argument; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_setenv (launcher, "TMPDIR", self->temporary, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", self->state, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  if (self->status != 0)
    g_test_message ("%s ended with %d: %s", first_argument, self->status, self->err);
}

static void G_GNUC_NULL_TERMINATED
run (Fixture    *self,
     const char *first_argument,
     ...)
{
  va_list rest;

  va_start (rest, first_argument);
  run_list (self, first_argument, rest);
  va_end (rest);
}

static void
make_workbook (Fixture *self)
{
  run (self, "new", self->workbook, "--provider", "Quillbrook Care", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "import", self->workbook, self->source, NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static char *
read_content (const char *path)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_open_file (path);
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);

  test_store_close (document);
  return test_dump (snapshot, FALSE);
}

/* The command is refused for the given reason, and the file is as it was, if it was there at all. */
static void G_GNUC_NULL_TERMINATED
assert_refused (Fixture    *self,
                const char *path,
                const char *reason,
                const char *first_argument,
                ...)
{
  g_autofree char *line = g_strdup_printf ("throughline-cli: %s: %s\n", path, reason);
  g_autoptr (GBytes) before = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_file (path) : NULL;
  g_autoptr (GBytes) after = NULL;
  va_list rest;

  va_start (rest, first_argument);
  run_list (self, first_argument, rest);
  va_end (rest);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_cmpstr (self->err, ==, line);
  after = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_file (path) : NULL;
  g_assert_true (before == after || g_bytes_equal (before, after));
}

static void
test_help (Fixture       *self,
           gconstpointer  data)
{
  static const char *commands[] = { "new", "import", "export", "check", "summary", "verify", "history" };

  run (self, "--help", NULL);
  g_assert_cmpint (self->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_nonnull (strstr (self->out, commands[i]));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (self, commands[i], "--help", NULL);
      g_assert_cmpint (self->status, ==, 0);
      g_assert_nonnull (strstr (self->out, "FILE"));
      run (self, commands[i], NULL);
      g_assert_cmpint (self->status, ==, 2);
      run (self, commands[i], "--nonsense", self->workbook, self->source, NULL);
      g_assert_cmpint (self->status, ==, 2);
    }
  run (self, "--version", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_str_has_prefix (self->out, "throughline-cli "));
  run (self, "frobnicate", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_true (g_str_has_prefix (self->err, "throughline-cli: frobnicate: there is no such command"));
}

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *content = NULL;
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "care.throughline", NULL);

  run (self, "new", self->workbook, "--provider", "Quillbrook Care", NULL);
  g_assert_cmpint (self->status, ==, 0);
  content = read_content (self->workbook);
  g_assert_cmpstr (content, ==, "Workbook | Provider=Quillbrook Care\n");

  assert_refused (self, self->workbook, "there is a file of that name already", "new", self->workbook, NULL);
  assert_refused (self, nowhere, "nothing was written: its folder isn't there", "new", nowhere, NULL);
  assert_refused (self, self->source, "there is a file of that name already", "new", self->source, NULL);
}

static void
test_import (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) trial = NULL;
  g_autoptr (GBytes) second = NULL;

  make_workbook (self);
  g_assert_cmpstr (self->out, ==, "Risks: 2 added\n");
  first = read_file (self->workbook);
  content = read_content (self->workbook);
  g_assert_cmpstr (content, ==,
                   "Workbook | Provider=Quillbrook Care\n"
                   "Risks R1 | Title=Missed doses | Theme=medicines\n"
                   "Risks R2 | Title=Late calls | Theme=staffing\n");

  run (self, "import", self->workbook, self->source, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "Risks: 2 unchanged\nThe workbook has all of this already; nothing was written.\n");
  second = read_file (self->workbook);
  g_assert_true (g_bytes_equal (first, second));

  test_folder_write (self->source, "Risks.csv", RISKS "R3,Falls,\n", -1);
  run (self, "import", "--dry-run", self->workbook, self->source, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "Risks: 1 added, 2 unchanged\nThis was a trial; nothing was written.\n");
  trial = read_file (self->workbook);
  g_assert_true (g_bytes_equal (first, trial));
}

static void
test_import_problems (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *expected = NULL;
  g_autofree char *accepted = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_workbook (self);
  before = read_file (self->workbook);
  test_folder_write (self->source, "Risks.csv", "Ref,Title,Likelihood\nR3,Falls,six\nR4,Complaints,3\n", -1);
  test_folder_write (self->source, "Ratings.csv", "Risk,Date,Likelihood,Impact\nR3,2026-01-01,2,2\nR9,2026-01-01,2,2\n", -1);

  run (self, "import", self->workbook, self->source, NULL);
  expected = g_strdup_printf ("throughline-cli: %s: Risks row 2, column \"Likelihood\": \"six\" is not a number from 1 to 5\n"
                              "throughline-cli: %s: Ratings row 3, column \"Risk\": there is no risk \"R9\"\n"
                              "throughline-cli: %s: nothing was imported; correct the rows, or import the good ones alone "
                              "with --accept-good\n", self->source, self->source, self->workbook);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_cmpstr (self->err, ==, expected);
  g_assert_cmpstr (self->out, ==, "");
  after = read_file (self->workbook);
  g_assert_true (g_bytes_equal (before, after));

  run (self, "import", self->workbook, self->source, "--accept-good", NULL);
  accepted = g_strdup_printf ("throughline-cli: %s: Risks row 2, column \"Likelihood\": \"six\" is not a number from 1 to 5\n"
                              "throughline-cli: %s: Ratings row 3, column \"Risk\": there is no risk \"R9\"\n"
                              "throughline-cli: %s: Ratings row 2, column \"Risk\": left out as well, because \"R3\" names "
                              "a row that was left out\n", self->source, self->source, self->source);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_cmpstr (self->err, ==, accepted);
  g_assert_cmpstr (self->out, ==, "Risks: 1 added, 1 left out\nRatings: 2 left out\n");
  content = read_content (self->workbook);
  g_assert_nonnull (strstr (content, "Risks R4 | Title=Complaints | Likelihood=3\n"));
  g_assert_null (strstr (content, "R3"));
}

static void
test_import_sources (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *nothing = g_build_filename (self->folder, "nothing", NULL);
  g_autofree char *sheet = g_build_filename (self->source, "Risks.csv", NULL);
  g_autofree char *plan = g_build_filename (self->source, "Plan.csv", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_workbook (self);
  before = read_file (self->workbook);
  assert_refused (self, nothing, "there is no such folder", "import", self->workbook, nothing, NULL);
  assert_refused (self, sheet, "this is neither a spreadsheet (.xlsx) nor a folder of CSV files", "import", self->workbook, sheet, NULL);
  test_folder_write (self->source, "Plan.csv", "Concern,Action required\nLate visits,Ring people who wait\n", -1);
  run (self, "import", self->workbook, plan, NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_nonnull (strstr (self->err, "Plan.csv: a spreadsheet that isn't ours can be imported in the window"));
  g_unlink (plan);
  test_folder_write (self->source, "Risks.csv", "Ref,Title\nR3,\"Falls\n", -1);
  run (self, "import", self->workbook, self->source, "--accept-good", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_nonnull (strstr (self->err, "Risks row 2, column \"Title\": a quotation mark is opened here and never closed"));
  after = read_file (self->workbook);
  g_assert_true (g_bytes_equal (before, after));
}

/* Every command says of a file that isn't a workbook what is wrong with it, and leaves it alone. */
static void
test_bad_files (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *text = g_build_filename (self->folder, "notes.throughline", NULL);
  g_autofree char *half = g_build_filename (self->folder, "half.throughline", NULL);
  g_autofree char *nothing = g_build_filename (self->folder, "nothing.throughline", NULL);
  g_autofree char *pdf = g_build_filename (self->folder, "out.pdf", NULL);
  const char *files[] = { text, half, nothing, self->source };
  g_autoptr (GBytes) whole = NULL;

  make_workbook (self);
  whole = read_file (self->workbook);
  test_folder_write (self->folder, "notes.throughline", "Dear all,\n", -1);
  test_folder_write (self->folder, "half.throughline", g_bytes_get_data (whole, NULL),
                     (gssize) g_bytes_get_size (whole) / 2);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *prefix = g_strdup_printf ("throughline-cli: %s: ", files[i]);
      g_autoptr (GBytes) before = i < 2 ? read_file (files[i]) : NULL;
      const char *commands[][2] = { { "import", self->source }, { "check", NULL }, { "summary", pdf } };

      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        {
          run (self, commands[j][0], files[i], commands[j][1], NULL);
          g_assert_cmpint (self->status, ==, 2);
          g_assert_true (g_str_has_prefix (self->err, prefix));
          g_assert_cmpstr (self->out, ==, "");
        }
      if (before != NULL)
        {
          g_autoptr (GBytes) after = read_file (files[i]);

          g_assert_true (g_bytes_equal (before, after));
        }
    }
  assert_refused (self, text, "the file is not a Throughline workbook.", "check", text, NULL);
  assert_refused (self, self->source, "the file is a folder, not a workbook.", "check", self->source, NULL);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (nothing, G_FILE_TEST_EXISTS));
}

static JsonObject *
read_json (Fixture    *self,
           JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_check (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *risk, *finding = NULL;
  JsonArray *findings;

  run (self, "new", self->workbook, NULL);
  run (self, "check", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "Nothing to act on."));

  test_folder_write (self->source, "Workbook.csv", "Key,Value\nProvider,Quillbrook Care\nToday,2026-06-09\n", -1);
  run (self, "import", self->workbook, self->source, NULL);
  run (self, "check", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_true (g_str_has_prefix (self->out, "Quillbrook Care as at 9 June 2026\n"));
  g_assert_nonnull (strstr (self->out, "Missed doses"));

  run (self, "check", self->workbook, "--as-at", "2026-01-31", "--format", "json", "--risk", "R2", NULL);
  g_assert_cmpint (self->status, ==, 1);
  root = read_json (self, parser);
  g_assert_cmpstr (json_object_get_string_member (root, "workbook"), ==, "Quillbrook Care");
  g_assert_cmpstr (json_object_get_string_member (root, "as_at"), ==, "2026-01-31");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "risks")), ==, 1);
  risk = json_array_get_object_element (json_object_get_array_member (root, "risks"), 0);
  g_assert_cmpstr (json_object_get_string_member (risk, "ref"), ==, "R2");
  g_assert_cmpstr (json_object_get_string_member (risk, "state"), ==, "open");
  g_assert_cmpstr (json_object_get_string_member (risk, "position"), ==, "Found");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (risk, "line"), "Owned"), ==, "missing");
  findings = json_object_get_array_member (root, "findings");
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *at = json_array_get_object_element (findings, i);

      g_assert_cmpstr (json_object_get_string_member (at, "risk"), ==, "R2");
      if (g_str_equal (json_object_get_string_member (at, "check"), "owner-missing"))
        finding = at;
    }
  g_assert_nonnull (finding);
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "act");
  g_assert_true (json_object_get_null_member (finding, "place"));

  assert_refused (self, self->workbook, "there is no risk \"R9\"", "check", self->workbook, "--risk", "R9", NULL);
  assert_refused (self, self->workbook, "\"31/01/2026\" is not a date; write it as 2026-03-31", "check", self->workbook,
                  "--as-at", "31/01/2026", NULL);
  run (self, "check", self->workbook, "--format", "xml", NULL);
  g_assert_cmpint (self->status, ==, 2);
}

static void
assert_members (JsonObject *object,
                const char *names)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) found = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (found, "%s%s", l != members ? " " : "", (char *) l->data);
  g_assert_cmpstr (found->str, ==, names);
}

/* Other programs rely on these names; a period without a reading isn't a point. */
static void
test_check_series (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *risk, *measure, *point;
  JsonArray *series;

  test_folder_write (self->source, "Measures.csv", "Ref,Risk,Title,Kind,Direction,Period,Target,Role\n"
                                                   "M1,R1,Doses signed,proportion,at least,monthly,90,primary\n", -1);
  test_folder_write (self->source, "Readings.csv", "Measure,Date,Numerator,Denominator\nM1,2026-01-31,80,100\n"
                                                   "M1,2026-03-31,113,120\n", -1);
  make_workbook (self);
  run (self, "check", self->workbook, "--as-at", "2026-04-01", "--format", "json", "--series", "--risk", "R1", NULL);
  root = read_json (self, parser);
  assert_members (root, "workbook as_at risks findings");
  risk = json_array_get_object_element (json_object_get_array_member (root, "risks"), 0);
  assert_members (risk, "ref state position line may_close unmet measures");
  g_assert_false (json_object_get_boolean_member (risk, "may_close"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (risk, "unmet")), >, 0);
  assert_members (json_object_get_object_member (risk, "line"),
                  "Found Owned Defined Acted Evidenced Improved Even Sustained");
  measure = json_array_get_object_element (json_object_get_array_member (risk, "measures"), 0);
  assert_members (measure, "ref target change holding assurance latest places evenness hidden series");
  g_assert_cmpstr (json_object_get_string_member (measure, "target"), ==, "met");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (measure, "latest"), "period"), ==,
                   "2026-03-01");
  series = json_object_get_array_member (measure, "series");
  g_assert_cmpuint (json_array_get_length (series), ==, 2);
  point = json_array_get_object_element (series, 1);
  assert_members (point, "period value mean lower upper signal side good");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (point, "value"), 100 * 113 / 120.0, 1e-9);
  g_assert_cmpstr (json_object_get_string_member (point, "signal"), ==, "none");
  g_assert_cmpstr (json_object_get_string_member (point, "side"), ==, "");
  g_assert_true (json_object_get_null_member (point, "good"));
}

static void
test_summary (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *pdf = g_build_filename (self->folder, "out.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "out.pdf", NULL);

  make_workbook (self);
  for (int i = 0; i < TL_N_REPORT_KINDS; i++)
    {
      g_autoptr (GBytes) paper = NULL;

      run (self, "summary", self->workbook, pdf, "--report", tl_report_kind_get_info ((TlReportKind) i)->word, "--as-at", "2026-06-09", NULL);
      g_assert_cmpint (self->status, ==, 0);
      paper = read_file (pdf);
      g_assert_cmpmem (g_bytes_get_data (paper, NULL), 5, "%PDF-", 5);
    }
  assert_refused (self, self->workbook, "there is no risk \"R9\"", "summary", self->workbook, pdf, "--risk", "R1",
                  "--risk", "R9", NULL);
  assert_refused (self, self->workbook, "this is the workbook itself; give the paper a name of its own", "summary",
                  self->workbook, self->workbook, NULL);
  assert_refused (self, nowhere, "nothing was written: its folder isn't there", "summary", self->workbook, nowhere, NULL);
  assert_refused (self, self->source, "nothing was written: this is a folder", "summary", self->workbook, self->source,
                  NULL);
  assert_refused (self, self->workbook, "there is no review \"V9\"", "summary", self->workbook, pdf, "--report", "pack",
                  "--review", "V9", NULL);
  assert_refused (self, self->workbook, "\"evidence\" isn't of a review; leave --review out", "summary", self->workbook, pdf, "--review", "V1",
                  NULL);
  run (self, "summary", self->workbook, pdf, "--report", "poem", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_nonnull (strstr (self->err, "evidence, pack, "));
}

/* The sample must come out the same wherever and whenever it is built, and leave nothing in anybody's home. */
static void
test_seeds (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.throughline", NULL);
  g_autofree char *unseeded = g_build_filename (self->folder, "unseeded.throughline", NULL);
  const char *paths[] = { self->workbook, other };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  assert_refused (self, self->workbook, "with --seed the time must be in SOURCE_DATE_EPOCH, in seconds since 1970", "new",
                  self->workbook, "--seed", "sample", NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1781006400", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      run (self, "new", paths[i], "--seed", "sample", NULL);
      g_assert_cmpint (self->status, ==, 0);
      run (self, "import", paths[i], self->source, "--seed", "sample", NULL);
      g_assert_cmpint (self->status, ==, 0);
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
  first = read_file (self->workbook);
  second = read_file (other);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_file_test (self->state, G_FILE_TEST_EXISTS));

  run (self, "new", unseeded, NULL);
  g_assert_cmpint (self->status, ==, 0);
}

/* The whole sample, twice. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *sample = g_build_filename (g_getenv ("TL_SAMPLE"), NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;

  run (self, "new", self->workbook, NULL);
  run (self, "import", self->workbook, sample, NULL);
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (self->status, ==, 0);
  once = read_file (self->workbook);
  first = read_content (self->workbook);
  g_assert_true (g_str_has_prefix (first, "Workbook | Provider=Quillbrook Care\n"));

  run (self, "import", self->workbook, sample, NULL);
  g_assert_cmpint (self->status, ==, 0);
  twice = read_file (self->workbook);
  second = read_content (self->workbook);
  g_assert_true (g_bytes_equal (once, twice));
  g_assert_cmpstr (first, ==, second);
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  return g_dir_read_name (files) == NULL;
}

/* Whenever somebody stops a command, the workbook is whole, old or new, and no copy of it stays behind. */
static void
test_stopped (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  const char *arguments[] = { g_getenv ("TL_CLI"), "import", self->workbook, g_getenv ("TL_SAMPLE"), NULL };
  g_autofree char *before = NULL;

  make_workbook (self);
  before = read_content (self->workbook);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", self->temporary, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", self->state, TRUE);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
      g_autofree char *after = NULL;

      g_assert_no_error (error);
      while (is_empty (self->temporary) && g_subprocess_get_identifier (process) != NULL)
        g_main_context_iteration (NULL, FALSE);
      for (gint64 end = g_get_monotonic_time () + g_test_rand_int_range (0, 100000); g_get_monotonic_time () < end;)
        g_thread_yield ();
      g_subprocess_send_signal (process, SIGTERM);
      g_subprocess_wait (process, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (is_empty (self->temporary));

      after = read_content (self->workbook);
      if (!g_str_equal (before, after))
        g_assert_nonnull (strstr (after, "Workbook | Framework="));
    }
}

/* What somebody does to the file past the program is told; what can't be opened any more holds as little. */
static void
test_verify (Fixture       *self,
             gconstpointer  data)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *contents = NULL;
  char *title;
  gsize length;

  run (self, "new", self->workbook, "--provider", "Quillbrook Care", NULL);
  run (self, "verify", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 0);
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[1], "Its fingerprint is "));
  fingerprint = g_strndup (lines[1] + strlen ("Its fingerprint is "), 24);

  run (self, "import", self->workbook, self->source, NULL);
  run (self, "verify", self->workbook, "--fingerprint", fingerprint, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "1 change followed it:\n"));
  g_assert_nonnull (strstr (self->out, " imported rows: 2 added, 0 changed\n"));
  run (self, "verify", self->workbook, "--fingerprint", "AAAA BBBB CCCC DDDD EEEE", NULL);
  g_assert_cmpint (self->status, ==, 1);
  assert_refused (self, self->workbook,
                  "“R1” isn’t a fingerprint, which is twenty letters and digits from 2 to 7. Copy it again.",
                  "verify", self->workbook, "--fingerprint", "R1", NULL);

  g_assert_true (g_file_get_contents (self->workbook, &contents, &length, NULL));
  title = memmem (contents, length, "Missed doses", 12);
  g_assert_nonnull (title);
  memcpy (title, "Hidden", 6);
  g_assert_true (g_file_set_contents (self->workbook, contents, (gssize) length, NULL));
  run (self, "verify", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_nonnull (strstr (self->err, "Risks, R1: "));
  g_assert_nonnull (strstr (self->err, "but by the history it is “Missed doses”"));

  g_assert_true (g_file_set_contents (self->workbook, contents, (gssize) length - 512, NULL));
  run (self, "verify", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 1);
  run (self, "verify", self->source, NULL);
  g_assert_cmpint (self->status, ==, 2);
}

/* A location's own workbook: it asks which place that is, and tells first what would come. */
static void
test_another_workbook (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "house.throughline", NULL);
  g_autofree char *before = NULL, *after = NULL;

  run (self, "new", other, "--provider", "Tansy House", NULL);
  run (self, "import", other, self->source, NULL);
  test_folder_write (self->source, "Places.csv", "Ref,Name,Kind\nT,Tansy House,location\n", -1);
  make_workbook (self);
  before = read_content (self->workbook);

  run (self, "import", self->workbook, other, NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_nonnull (strstr (self->err, "it is another workbook, not a copy of this one"));
  g_assert_nonnull (strstr (self->err, "Tansy House"));
  run (self, "import", self->workbook, other, "--place", "Rose House", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_nonnull (strstr (self->err, "there is no place"));
  run (self, "import", self->workbook, other, "--place", "Tansy House", "--dry-run", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "Risks: 2 added\n"));
  after = read_content (self->workbook);
  g_assert_cmpstr (after, ==, before);

  run (self, "import", self->workbook, other, "--place", "Tansy House", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_clear_pointer (&after, g_free);
  after = read_content (self->workbook);
  g_assert_nonnull (strstr (after, "R3"));
  g_assert_nonnull (strstr (after, "R4"));
  run (self, "import", self->workbook, other, "--place", "T", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "Risks: 2 unchanged\n"));
  g_assert_nonnull (strstr (self->out, "has all of this already"));
  run (self, "verify", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static void
erase_title (Fixture *self)
{
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  g_autoptr (GAsyncResult) result = NULL;
  TlStore *store;
  TlId risk;

  tl_store_set_folder (self->state);
  store = test_store_open_file (self->workbook);
  risk = test_store_find_risk (store);
  tl_erasure_add_field (erasure, "risk", &risk, "title");
  tl_store_erase_async (store, erasure, NULL, NULL, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  g_assert_true (tl_store_erase_finish (store, result, NULL));
  g_clear_object (&result);
  test_store_save (store, NULL);
  test_store_close (store);
}

/* What was erased holds, and it is said from how many changes, by whom and when. */
static void
test_verify_says_what_was_erased (Fixture       *self,
                                  gconstpointer  data)
{
  make_workbook (self);
  run (self, "verify", self->workbook, NULL);
  g_assert_null (strstr (self->out, "erased"));
  erase_title (self);
  run (self, "verify", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "\nSomething was erased for good from 1 of its changes:\n"));
  g_assert_nonnull (strstr (self->out, " erased Title of R1 for good\n"));
}

/* Two copies that went separate ways are one again. */
static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy.throughline", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.throughline", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) before = NULL;
  gsize length;

  make_workbook (self);
  g_assert_true (g_file_get_contents (self->workbook, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
  test_folder_write (self->source, "Risks.csv", "Ref,Title\nR1,Missed medicines\n", -1);
  run (self, "import", self->workbook, self->source, NULL);
  test_folder_write (self->source, "Risks.csv", "Ref,Title\nR1,Doses missed\nR2,Calls that come late\n", -1);
  run (self, "import", copy, self->source, NULL);

  before = read_file (self->workbook);
  run (self, "import", "--dry-run", self->workbook, copy, NULL);
  g_assert_cmpint (self->status, ==, 0);
  {
    g_autoptr (GBytes) after = read_file (self->workbook);

    g_assert_true (g_bytes_equal (before, after));
  }
  run (self, "import", self->workbook, copy, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_str_has_prefix (self->out, "1 change came from the other copy.\n1 field was set differently"));
  g_assert_nonnull (strstr (self->out, "\nRisks, R1, “Title”: “Missed medicines” by "));
  g_assert_nonnull (strstr (self->out, ", and “Doses missed” by "));
  run (self, "verify", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "import", self->workbook, copy, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_nonnull (strstr (self->out, "has all of this already"));

  run (self, "new", other, NULL);
  assert_refused (self, other, "it is another workbook, not a copy of this one; say with --place which place it is of:", "import",
                  self->workbook, other, NULL);
}

static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  g_auto (GStrv) lines = NULL;

  make_workbook (self);
  test_folder_write (self->source, "Risks.csv", "Ref,Title\nR1,Missed medicines\n", -1);
  run (self, "import", self->workbook, self->source, NULL);
  run (self, "history", self->workbook, NULL);
  g_assert_cmpint (self->status, ==, 0);
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_true (g_str_has_suffix (lines[0], " imported rows: 0 added, 1 changed"));
  g_assert_true (g_str_has_suffix (lines[1], " imported rows: 2 added, 0 changed"));
  g_assert_nonnull (strstr (self->out, "set Provider to “Quillbrook Care”"));
  g_assert_nonnull (strstr (self->out, "made the workbook"));

  run (self, "history", self->workbook, "--risk", "R2", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_str_has_suffix (self->out, " imported rows: 2 added, 0 changed\n"));
  g_assert_cmpint (strchr (self->out, '\n') - self->out, ==, (gssize) strlen (self->out) - 1);
  assert_refused (self, self->workbook, "there is no risk \"R9\"", "history", self->workbook, "--risk", "R9", NULL);
}

#define ADD(name, function) g_test_add ("/cli/" name, Fixture, NULL, set_up, function, tear_down)

/* What is printed is passed on without the window round it that says what is missing. */
static void
test_newer (Fixture       *self,
            gconstpointer  data)
{
  static const char * const commands[] = { "check", "verify", "history" };
  static const char reason[] =
    "a newer version of Throughline saved it, and what that version added would be missing from everything said here; "
    "update Throughline, or read it in its window";
  g_autofree char *paper = g_build_filename (self->folder, "paper.pdf", NULL);
  sqlite3 *handle = NULL;

  make_workbook (self);
  g_assert_cmpint (sqlite3_open (self->workbook, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 2; ALTER TABLE risk ADD COLUMN colour TEXT", NULL, NULL,
                                 NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    assert_refused (self, self->workbook, reason, commands[i], self->workbook, NULL);
  assert_refused (self, self->workbook, reason, "summary", self->workbook, paper, NULL);
  g_assert_false (g_file_test (paper, G_FILE_TEST_EXISTS));
  assert_refused (self, self->workbook, reason, "import", self->workbook, self->source, NULL);
}

/* Out as a spreadsheet and in again, and what can't be. */
static void
test_export (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *spreadsheet = g_build_filename (self->folder, "care.xlsx", NULL);
  g_autofree char *json = g_build_filename (self->folder, "care.json", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.throughline", NULL);
  g_autofree char *gone = g_build_filename (self->folder, "gone", "care.xlsx", NULL);
  g_autofree char *before = NULL, *after = NULL;

  make_workbook (self);
  run (self, "export", self->workbook, spreadsheet, NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "new", other, NULL);
  run (self, "import", other, spreadsheet, NULL);
  g_assert_cmpint (self->status, ==, 0);
  before = read_content (self->workbook);
  after = read_content (other);
  g_assert_cmpstr (before, ==, after);
  run (self, "import", self->workbook, spreadsheet, NULL);
  g_assert_nonnull (strstr (self->out, "nothing was written"));

  run (self, "export", self->workbook, json, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_file_test (json, G_FILE_TEST_IS_REGULAR));
  assert_refused (self, self->workbook, "this is the workbook itself; give the export a name of its own", "export", self->workbook, self->workbook, NULL);
  assert_refused (self, gone, "nothing was written: its folder isn't there", "export", self->workbook, gone, NULL);
  assert_refused (self, self->source, "the folder isn’t empty, and nothing in it may be overwritten; name a new one", "export", self->workbook, self->source, NULL);
  assert_refused (self, json, "this is neither a spreadsheet (.xlsx) nor a folder of CSV files", "import", self->workbook, json, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("help", test_help);
  ADD ("new", test_new);
  ADD ("import", test_import);
  ADD ("import-problems", test_import_problems);
  ADD ("import-sources", test_import_sources);
  ADD ("merge", test_merge);
  ADD ("bad-files", test_bad_files);
  ADD ("newer", test_newer);
  ADD ("check", test_check);
  ADD ("check-series", test_check_series);
  ADD ("summary", test_summary);
  ADD ("seeds", test_seeds);
  ADD ("sample", test_sample);
  ADD ("stopped", test_stopped);
  ADD ("another-workbook", test_another_workbook);
  ADD ("verify", test_verify);
  ADD ("verify-says-what-was-erased", test_verify_says_what_was_erased);
  ADD ("history", test_history);
  ADD ("export", test_export);
  return g_test_run ();
}
