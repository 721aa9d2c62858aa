/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-writer.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-pdf-syntax.h"

/* How many objects are packed together (ISO 32000-1, clause 7.5.7): the more, the smaller, and the longer it takes to
 * find one of them. */
#define PACK_OBJECTS 500
#define PACK_BYTES 65536

/* They begin at multiples of this. Much is then repeated at the same distance, which takes less room than the spaces. */
#define PACK_STEP 10

/* How many numbers are put by at a time for objects that are alike. */
#define ROW_LENGTH 250

/* Another takes longer, and gains nothing. */
#define DEFLATE_LEVEL 8

/* How many packs may wait to be deflated. Where each comes in the file depends on their number alone, never on time. */
#define MOST_WAITING 3

/* The bytes of an entry of the cross-reference stream, clause 7.5.8: its kind, where it is, and which of a pack. */
#define ENTRY_LENGTH 7
#define ENTRY_FREE 0
#define ENTRY_PLAIN 1
#define ENTRY_PACKED 2

/* Binary, says the second line to whoever would take it for text. */
#define HEAD "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

/* Eight bytes for each object. */
typedef struct
{
  /* Offset in the file, or the number of the pack. */
  guint32 where;
  guint16 index;
  guint16 kind;
} Entry;

/* Objects that are packed next. */
typedef struct
{
  guint number;
  guint n_objects;
  /* Numbers that are put by for objects of this kind. */
  guint next;
  guint end;
  /* Their numbers and offsets, and themselves. */
  GString *places;
  GString *objects;
} Pack;

/* A pack that is deflated while others are put together. */
typedef struct
{
  guint number;
  char *entries;
  GBytes *plain;
  GBytes *deflated;
} Waiting;

struct _TlPdfWriter
{
  TlPdfFile *file;
  GConverter *deflater;
  /* A thread that has the deflater while packs wait; what it is to do, what it has done, and how many those are. */
  GThread *helper;
  GAsyncQueue *plain;
  GAsyncQueue *deflated;
  guint n_waiting;
  GChecksum *checksum;
  GArray *entries;
  guint64 offset;
  Pack packs[TL_PDF_N_KINDS];
};

static void
write_bytes (TlPdfWriter *self,
             const void  *bytes,
             gsize        length)
{
  tl_pdf_file_append (self->file, bytes, (unsigned int) length);
  if (self->checksum != NULL)
    g_checksum_update (self->checksum, bytes, (gssize) length);
  self->offset += length;
}

static void G_GNUC_PRINTF (2, 3)
write_text (TlPdfWriter *self,
            const char  *format,
            ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  write_bytes (self, text, strlen (text));
}

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->entries);
  g_clear_pointer (&waiting->plain, g_bytes_unref);
  g_clear_pointer (&waiting->deflated, g_bytes_unref);
  g_free (waiting);
}

static Entry *
get_entry (TlPdfWriter *self,
           guint        number)
{
  return &g_array_index (self->entries, Entry, number);
}

/**
 * tl_pdf_writer_new:
 * @file: where to write; must outlive the writer
 *
 * Returns: (transfer full): a writer that has written no object
 */
TlPdfWriter *
tl_pdf_writer_new (TlPdfFile *file)
{
  TlPdfWriter *self = g_new0 (TlPdfWriter, 1);

  self->file = file;
  self->deflater = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, DEFLATE_LEVEL));
  self->plain = g_async_queue_new_full (free_waiting);
  self->deflated = g_async_queue_new_full (free_waiting);
  self->checksum = g_checksum_new (G_CHECKSUM_MD5);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  for (guint i = 0; i < TL_PDF_N_KINDS; i++)
    {
      self->packs[i].places = g_string_new (NULL);
      self->packs[i].objects = g_string_new (NULL);
    }
  /* There is no object 0. */
  tl_pdf_writer_reserve_row (self, 1);
  write_bytes (self, HEAD, strlen (HEAD));

  return self;
}

/**
 * tl_pdf_writer_free:
 * @self: (transfer full): a writer
 */
void
tl_pdf_writer_free (TlPdfWriter *self)
{
  if (self->helper != NULL)
    {
      /* Nothing more comes. */
      g_async_queue_push (self->plain, g_new0 (Waiting, 1));
      g_thread_join (self->helper);
    }
  g_async_queue_unref (self->plain);
  g_async_queue_unref (self->deflated);
  g_object_unref (self->deflater);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_array_unref (self->entries);
  for (guint i = 0; i < TL_PDF_N_KINDS; i++)
    {
      g_string_free (self->packs[i].places, TRUE);
      g_string_free (self->packs[i].objects, TRUE);
    }
  g_free (self);
}

/**
 * tl_pdf_writer_reserve_row:
 * @self: a writer
 * @n: how many objects
 *
 * Returns: the number of the first of as many objects that will be added, in a row
 */
guint
tl_pdf_writer_reserve_row (TlPdfWriter *self,
                           guint        n)
{
  guint first = self->entries->len;

  g_array_set_size (self->entries, first + n);
  return first;
}

/**
 * tl_pdf_writer_reserve:
 * @self: a writer
 * @kind: what the object will be like; those that are alike have numbers in a row, and where they are takes little room
 *
 * Returns: the number of an object that will be added
 */
guint
tl_pdf_writer_reserve (TlPdfWriter *self,
                       TlPdfKind    kind)
{
  Pack *pack = &self->packs[kind];

  if (pack->next == pack->end)
    {
      pack->next = tl_pdf_writer_reserve_row (self, ROW_LENGTH);
      pack->end = pack->next + ROW_LENGTH;
    }
  return pack->next++;
}

/**
 * tl_pdf_writer_add_stream:
 * @self: a writer
 * @number: a number that was reserved
 * @entries: what its dictionary says besides its length
 * @data: (array length=length): its bytes, as they are written
 * @length: how many
 */
void
tl_pdf_writer_add_stream (TlPdfWriter *self,
                          guint        number,
                          const char  *entries,
                          const void  *data,
                          gsize        length)
{
  *get_entry (self, number) = (Entry) { (guint32) self->offset, 0, ENTRY_PLAIN };
  write_text (self, "%u 0 obj\n<<%s/Length %" G_GSIZE_FORMAT ">>stream\n", number, entries, length);
  write_bytes (self, data, length);
  write_text (self, "\nendstream\nendobj\n");
}

static GBytes *
deflate (TlPdfWriter *self,
         GBytes      *plain)
{
  GBytes *deflated;

  g_converter_reset (self->deflater);
  deflated = g_converter_convert_bytes (self->deflater, plain, NULL);
  if (deflated == NULL)
    g_error ("A PDF can't be compressed.");

  return deflated;
}

static void
add_deflated (TlPdfWriter *self,
              guint        number,
              const char  *entries,
              GBytes      *deflated)
{
  g_autofree char *all = g_strconcat (entries, "/Filter/FlateDecode", NULL);

  tl_pdf_writer_add_stream (self, number, all, g_bytes_get_data (deflated, NULL), g_bytes_get_size (deflated));
}

/* Until there is nothing in what comes. */
static gpointer
help (gpointer data)
{
  TlPdfWriter *self = data;

  while (TRUE)
    {
      Waiting *waiting = g_async_queue_pop (self->plain);
      gboolean more = waiting->plain != NULL;

      if (more)
        waiting->deflated = deflate (self, waiting->plain);
      g_async_queue_push (self->deflated, waiting);
      if (!more)
        return NULL;
    }
}

/* The pack that has waited for longest. */
static void
write_deflated (TlPdfWriter *self)
{
  Waiting *waiting = g_async_queue_pop (self->deflated);

  add_deflated (self, waiting->number, waiting->entries, waiting->deflated);
  free_waiting (waiting);
  self->n_waiting--;
}

static void
write_pack (TlPdfWriter *self,
            Pack        *pack)
{
  Waiting *waiting;

  if (pack->n_objects == 0)
    return;
  if (self->helper == NULL)
    self->helper = g_thread_new ("deflating", help, self);
  if (self->n_waiting == MOST_WAITING)
    write_deflated (self);

  waiting = g_new0 (Waiting, 1);
  waiting->number = pack->number;
  waiting->entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, pack->n_objects, pack->places->len);
  g_string_append_len (pack->places, pack->objects->str, (gssize) pack->objects->len);
  waiting->plain = g_string_free_to_bytes (pack->places);
  g_async_queue_push (self->plain, waiting);
  self->n_waiting++;
  pack->places = g_string_new (NULL);
  g_string_truncate (pack->objects, 0);
  pack->n_objects = 0;
}

/**
 * tl_pdf_writer_add:
 * @self: a writer
 * @number: a number that was reserved
 * @kind: what it is like; those that are alike are packed together
 * @object: (array length=length): a dictionary, array or any other object that is no stream
 * @length: how long that is
 */
void
tl_pdf_writer_add (TlPdfWriter *self,
                   guint        number,
                   TlPdfKind    kind,
                   const char  *object,
                   gsize        length)
{
  Pack *pack = &self->packs[kind];

  if (pack->n_objects == 0)
    pack->number = tl_pdf_writer_reserve_row (self, 1);
  *get_entry (self, number) = (Entry) { pack->number, (guint16) pack->n_objects, ENTRY_PACKED };
  tl_pdf_append_integer (pack->places, number);
  g_string_append_c (pack->places, ' ');
  tl_pdf_append_integer (pack->places, (guint) pack->objects->len);
  g_string_append_c (pack->places, ' ');
  g_string_append_len (pack->objects, object, (gssize) length);
  do
    g_string_append_c (pack->objects, ' ');
  while (pack->objects->len % PACK_STEP != 0);
  if (++pack->n_objects == PACK_OBJECTS || pack->objects->len >= PACK_BYTES)
    write_pack (self, pack);
}

/* Each row says by how much it differs from the one above it, since most say the same. */
static GByteArray *
list_entries (TlPdfWriter *self)
{
  GByteArray *rows = g_byte_array_sized_new (self->entries->len * (ENTRY_LENGTH + 1));
  guint8 above[ENTRY_LENGTH] = { 0 };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);
      /* What was never written is free, and so is 0. */
      guint index = entry->kind == ENTRY_FREE ? G_MAXUINT16 : entry->index;
      guint8 row[ENTRY_LENGTH] = {
        (guint8) entry->kind,
        (guint8) (entry->where >> 24), (guint8) (entry->where >> 16), (guint8) (entry->where >> 8), (guint8) entry->where,
        (guint8) (index >> 8), (guint8) index,
      };
      guint8 predicted[ENTRY_LENGTH + 1] = { 2 };

      for (guint j = 0; j < ENTRY_LENGTH; j++)
        predicted[j + 1] = (guint8) (row[j] - above[j]);
      memcpy (above, row, sizeof row);
      g_byte_array_append (rows, predicted, sizeof predicted);
    }

  return rows;
}

static void
write_entries (TlPdfWriter *self,
               guint        root,
               guint        info)
{
  guint number = tl_pdf_writer_reserve_row (self, 1);
  guint32 start = (guint32) self->offset;
  g_autoptr (GBytes) rows = NULL;
  g_autoptr (GBytes) deflated = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *id = g_strdup (g_checksum_get_string (self->checksum));

  g_clear_pointer (&self->checksum, g_checksum_free);
  /* The id comes from what was written, so that the same pages are the same bytes. */
  entries = g_strdup_printf ("/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]"
                             "/DecodeParms<</Predictor 12/Columns %d>>", number + 1, root, info, id, id, ENTRY_LENGTH);
  *get_entry (self, number) = (Entry) { start, 0, ENTRY_PLAIN };
  rows = g_byte_array_free_to_bytes (list_entries (self));
  deflated = deflate (self, rows);
  add_deflated (self, number, entries, deflated);
  write_text (self, "startxref\n%u\n%%%%EOF\n", start);
}

/**
 * tl_pdf_writer_end:
 * @self: a writer to which all objects were added
 * @root: the number of the catalogue
 * @info: the number of what it says of itself
 * @error: return location for an error
 *
 * Writes where everything is.
 *
 * Returns: whether all of it could be written; %FALSE with a %G_IO_ERROR
 */
gboolean
tl_pdf_writer_end (TlPdfWriter  *self,
                   guint         root,
                   guint         info,
                   GError      **error)
{
  for (guint i = 0; i < TL_PDF_N_KINDS; i++)
    write_pack (self, &self->packs[i]);
  while (self->n_waiting > 0)
    write_deflated (self);
  write_entries (self, root, info);
  if (self->offset > G_MAXUINT32)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("A PDF can’t be larger than 4 GB. Print fewer risks."));
      return FALSE;
    }

  return tl_pdf_file_flush (self->file, error);
}
