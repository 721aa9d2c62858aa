/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-source.h"

#include <string.h>

/* An entry of a cross-reference table (ISO 32000-1, clause 7.5.4): an offset in ten digits, five digits, a letter. */
#define ENTRY_LENGTH 20
#define OFFSET_LENGTH 10
#define KIND_AT 17

/* Where its end says that the table begins. */
#define TAIL_LENGTH 64

struct _TlPdfSource
{
  GBytes *bytes;
  TlPdfSpan all;
  /* The table's entries, and what comes after them. */
  const char *entries;
  guint n_entries;
  TlPdfSpan rest;
};

/* Whether the next token is this one. */
static gboolean
take (TlPdfSpan  *rest,
      const char *text)
{
  TlPdfSpan token;

  return tl_pdf_next_token (rest, &token) && tl_pdf_equals (token, text);
}

static gboolean
take_integer (TlPdfSpan *rest,
              guint     *integer)
{
  TlPdfSpan token;

  return tl_pdf_next_token (rest, &token) && tl_pdf_get_integer (token, integer);
}

static gboolean
find_table (TlPdfSource *self)
{
  gsize length = (gsize) (self->all.end - self->all.at);
  gsize tail = MIN (length, TAIL_LENGTH);
  const char *found = g_strrstr_len (self->all.end - tail, (gssize) tail, "startxref");
  TlPdfSpan rest = { found, self->all.end };
  guint start, first;

  if (found == NULL || !take (&rest, "startxref") || !take_integer (&rest, &start) || start >= length)
    return FALSE;
  rest.at = self->all.at + start;
  if (!take (&rest, "xref") || !take_integer (&rest, &first) || first != 0 || !take_integer (&rest, &self->n_entries))
    return FALSE;
  while (rest.at < rest.end && g_ascii_isspace (*rest.at))
    rest.at++;
  if (self->n_entries > (gsize) (rest.end - rest.at) / ENTRY_LENGTH)
    return FALSE;
  self->entries = rest.at;
  self->rest = (TlPdfSpan) { rest.at + (gsize) self->n_entries * ENTRY_LENGTH, rest.end };

  return TRUE;
}

/**
 * tl_pdf_source_new:
 * @bytes: a PDF
 *
 * Returns: (transfer full) (nullable): it, ready to be read; %NULL when it has no plain cross-reference table
 */
TlPdfSource *
tl_pdf_source_new (GBytes *bytes)
{
  g_autoptr (TlPdfSource) self = g_new0 (TlPdfSource, 1);
  gsize length;

  self->bytes = g_bytes_ref (bytes);
  self->all.at = g_bytes_get_data (bytes, &length);
  self->all.end = self->all.at + length;

  return length > 0 && find_table (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_pdf_source_free:
 * @self: (transfer full): a PDF
 */
void
tl_pdf_source_free (TlPdfSource *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * tl_pdf_source_get_size:
 * @self: a PDF
 *
 * Returns: a number above those of all its objects
 */
guint
tl_pdf_source_get_size (TlPdfSource *self)
{
  return self->n_entries;
}

/**
 * tl_pdf_source_get_trailer:
 * @self: a PDF
 * @trailer: (out): the dictionary at its end
 *
 * Returns: whether there is one
 */
gboolean
tl_pdf_source_get_trailer (TlPdfSource *self,
                           TlPdfSpan   *trailer)
{
  TlPdfSpan rest = self->rest;

  return take (&rest, "trailer") && tl_pdf_next_value (&rest, trailer);
}

/* Where the object is. cairo numbers one for each artifact, never writes it, and says that it lies where the first does. */
static gboolean
find_object (TlPdfSource *self,
             guint        number,
             TlPdfSpan   *rest)
{
  const char *entry = self->entries + (gsize) number * ENTRY_LENGTH;
  gsize offset = 0;
  guint found, generation;

  if (number >= self->n_entries || entry[KIND_AT] != 'n')
    return FALSE;
  for (guint i = 0; i < OFFSET_LENGTH; i++)
    offset = offset * 10 + (gsize) g_ascii_digit_value (entry[i]);
  if (offset >= (gsize) (self->all.end - self->all.at))
    return FALSE;
  *rest = (TlPdfSpan) { self->all.at + offset, self->all.end };

  return take_integer (rest, &found) && found == number && take_integer (rest, &generation) && take (rest, "obj");
}

static gboolean
find_data (TlPdfSource *self,
           TlPdfSpan    dictionary,
           TlPdfSpan    rest,
           TlPdfSpan   *data)
{
  TlPdfSpan value;
  guint length;

  *data = (TlPdfSpan) { NULL, NULL };
  if (!take (&rest, "stream"))
    return TRUE;
  if (!tl_pdf_source_find (self, dictionary, "/Length", &value) || !tl_pdf_get_integer (value, &length))
    return FALSE;
  if (rest.at < rest.end && *rest.at == '\r')
    rest.at++;
  if (rest.at < rest.end && *rest.at == '\n')
    rest.at++;
  if (length > (gsize) (rest.end - rest.at))
    return FALSE;
  *data = (TlPdfSpan) { rest.at, rest.at + length };

  return TRUE;
}

/**
 * tl_pdf_source_get_object:
 * @self: a PDF
 * @number: of an object
 * @object: (out): the object; of a stream its dictionary
 * @data: (out) (optional): the bytes of a stream as they are written; nothing for other objects
 *
 * Returns: whether there is such an object
 */
gboolean
tl_pdf_source_get_object (TlPdfSource *self,
                          guint        number,
                          TlPdfSpan   *object,
                          TlPdfSpan   *data)
{
  TlPdfSpan rest;

  if (!find_object (self, number, &rest) || !tl_pdf_next_value (&rest, object))
    return FALSE;

  return data == NULL || find_data (self, *object, rest, data);
}

/**
 * tl_pdf_source_find:
 * @self: a PDF
 * @dictionary: a dictionary
 * @key: a key, with the slash
 * @value: (out): what stands there, or what that refers to
 *
 * Returns: whether there is anything
 */
gboolean
tl_pdf_source_find (TlPdfSource *self,
                    TlPdfSpan    dictionary,
                    const char  *key,
                    TlPdfSpan   *value)
{
  guint number;

  if (!tl_pdf_find (dictionary, key, value))
    return FALSE;
  number = tl_pdf_get_reference (*value);

  return number == 0 || tl_pdf_source_get_object (self, number, value, NULL);
}
