/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import-floor body FILLED BODY: writes the body of the latest change of a document into a file.
 * import-floor BOOK EMPTY FILLED BODY: the least that an import can be, whatever the program: all parts of a spreadsheet
 * are unpacked and parsed, and nothing is looked at; then the rows that FILLED has of it are put into a copy of EMPTY by
 * statements that copy whole tables, durably, while a history of them is hashed and deflated beside. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <expat.h>
#include <gio/gio.h>
#include <nettle/sha2.h>
#include <sqlite3.h>
#include <string.h>

#include "tl-change-body.h"
#include "tl-schema.h"

#define CHUNK (64 * 1024)
/* What our own writer uses for long changes. */
#define QUICK 1

static void
start_cb (void        *data,
          const char  *name,
          const char **attributes)
{
  (*(gsize *) data)++;
}

static void
end_cb (void       *data,
        const char *name)
{
}

static void
text_cb (void       *data,
         const char *text,
         int         length)
{
}

static void
parse_part (struct archive *archive)
{
  XML_Parser parser = XML_ParserCreate (NULL);
  gsize n_elements = 0;
  la_ssize_t got;

  XML_SetUserData (parser, &n_elements);
  XML_SetElementHandler (parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (parser, text_cb);
  do
    {
      void *chunk = XML_GetBuffer (parser, CHUNK);

      got = archive_read_data (archive, chunk, CHUNK);
      if (got < 0 || XML_ParseBuffer (parser, (int) got, got == 0) != XML_STATUS_OK)
        g_error ("The spreadsheet can't be read");
    }
  while (got > 0);
  XML_ParserFree (parser);
}

static void
parse_book (const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, path, CHUNK) != ARCHIVE_OK)
    g_error ("The spreadsheet can't be opened");
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    parse_part (archive);
  archive_read_free (archive);
}

static void
run (sqlite3    *database,
     const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static gpointer
press (gpointer data)
{
  g_autoptr (GBytes) body = data;
  g_autoptr (GConverter) deflater = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, QUICK));
  struct sha256_ctx sum;
  guint8 digest[SHA256_DIGEST_SIZE];

  sha256_init (&sum);
  sha256_update (&sum, g_bytes_get_size (body), g_bytes_get_data (body, NULL));
  sha256_digest (&sum, sizeof digest, digest);
  return g_converter_convert_bytes (deflater, body, NULL);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const TlSchemaTable *one = *(const TlSchemaTable * const *) a, *other = *(const TlSchemaTable * const *) b;

  return (one->rank > other->rank) - (one->rank < other->rank);
}

static void
insert_rows (sqlite3 *database)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    g_ptr_array_add (order, (gpointer) &tables[i]);
  g_ptr_array_sort (order, compare_ranks);
  for (guint i = 0; i < order->len; i++)
    {
      const char *name = ((const TlSchemaTable *) g_ptr_array_index (order, i))->name;
      g_autofree char *sql = g_strdup_printf ("INSERT INTO main.%s SELECT * FROM filled.%s", name, name);

      if (!g_str_equal (name, TL_SCHEMA_WORKBOOK))
        run (database, sql);
    }
}

static void
keep_body (sqlite3 *database,
           GBytes  *pressed)
{
  sqlite3_stmt *statement;

  run (database, "CREATE TABLE kept (body BLOB)");
  sqlite3_prepare_v2 (database, "INSERT INTO kept VALUES (?1)", -1, &statement, NULL);
  sqlite3_bind_blob64 (statement, 1, g_bytes_get_data (pressed, NULL), g_bytes_get_size (pressed), SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_finalize (statement);
}

static void
write_database (const char *path,
                const char *filled,
                GBytes     *body)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS filled", filled);
  g_autoptr (GBytes) pressed = NULL;
  sqlite3 *database;
  GThread *thread;

  if (sqlite3_open (path, &database) != SQLITE_OK)
    g_error ("The database can't be opened");
  run (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; "
                 "PRAGMA foreign_keys = ON");
  run (database, attach);
  thread = g_thread_new ("press", press, g_bytes_ref (body));
  run (database, "BEGIN IMMEDIATE");
  insert_rows (database);
  pressed = g_thread_join (thread);
  keep_body (database, pressed);
  run (database, "COMMIT");
  run (database, "PRAGMA main.wal_checkpoint (TRUNCATE)");
  sqlite3_close (database);
}

static int
write_body (const char *filled,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pressed = NULL, body = NULL;
  sqlite3_stmt *statement;
  sqlite3 *database;

  if (sqlite3_open_v2 (filled, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (database, "SELECT body FROM change ORDER BY time DESC LIMIT 1", -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (database));
  pressed = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  body = tl_change_body_decompress (pressed, &error);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  if (body == NULL
      || !g_file_set_contents (path, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body), &error))
    g_error ("%s", error->message);
  return 0;
}

static void
copy (const char *from,
      const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *working = NULL, *saved = NULL;

  if (argc == 4 && g_str_equal (argv[1], "body"))
    return write_body (argv[2], argv[3]);
  if (argc != 5)
    g_error ("Say which spreadsheet, empty document, filled document and body");
  mapped = g_mapped_file_new (argv[4], FALSE, NULL);
  body = g_mapped_file_get_bytes (mapped);
  working = g_strconcat (argv[4], ".working", NULL);
  saved = g_strconcat (argv[4], ".saved", NULL);

  parse_book (argv[1]);
  copy (argv[2], working);
  write_database (working, argv[3], body);
  copy (working, saved);
  return 0;
}
