/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-parser.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)
#define DEEPEST 64

typedef struct
{
  XML_Parser parser;
  const TlXlsxHandler *handler;
  gpointer self;
  guint depth;
  GError *error;
} Parsing;

static const char *
strip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
stop_unless (Parsing  *self,
             gboolean  fine)
{
  if (!fine)
    XML_StopParser (self->parser, XML_FALSE);
}

static void
start_cb (void        *data,
          const char  *name,
          const char **attributes)
{
  Parsing *self = data;

  if (self->error != NULL)
    return;
  if (++self->depth > DEEPEST)
    {
      g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("this spreadsheet is nested more deeply than any real one"));
      stop_unless (self, FALSE);
      return;
    }
  stop_unless (self, self->handler->start == NULL
                     || self->handler->start (self->self, strip_prefix (name), attributes, &self->error));
}

static void
end_cb (void       *data,
        const char *name)
{
  Parsing *self = data;

  if (self->error != NULL)
    return;
  self->depth--;
  stop_unless (self, self->handler->end == NULL
                     || self->handler->end (self->self, strip_prefix (name), &self->error));
}

static void
text_cb (void       *data,
         const char *text,
         int         length)
{
  Parsing *self = data;

  if (self->error != NULL)
    return;
  stop_unless (self, self->handler->text == NULL
                     || self->handler->text (self->self, text, (gsize) length, &self->error));
}

/* No spreadsheet declares a document type; with one, a few bytes could be made to stand for gigabytes, or for other
 * files of this computer. */
static void
doctype_cb (void       *data,
            const char *name,
            const char *system,
            const char *public,
            int         internal)
{
  Parsing *self = data;

  if (self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("this spreadsheet declares entities, which no spreadsheet program does"));
  stop_unless (self, FALSE);
}

static gboolean
parse (Parsing     *self,
       TlXlsxPart  *part,
       GError     **error)
{
  gsize got;

  do
    {
      void *chunk = XML_GetBuffer (self->parser, CHUNK);

      if (chunk == NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("there isn’t enough memory"));
          return FALSE;
        }
      if (!tl_xlsx_part_read (part, chunk, CHUNK, &got, error))
        return FALSE;
      if (XML_ParseBuffer (self->parser, (int) got, got == 0) != XML_STATUS_OK)
        {
          if (self->error == NULL)
            return tl_xlsx_refuse_damaged (error);
          g_propagate_error (error, g_steal_pointer (&self->error));
          return FALSE;
        }
    }
  while (got > 0);
  return TRUE;
}

/**
 * tl_xlsx_parse:
 * @part: a part that is XML
 * @handler: what is done with it
 * @self: what @handler's functions are given
 * @error: what is wrong with it
 *
 * Reads a part as XML.
 *
 * Returns: whether all of it could be read
 */
gboolean
tl_xlsx_parse (TlXlsxPart           *part,
               const TlXlsxHandler  *handler,
               gpointer              self,
               GError              **error)
{
  Parsing parsing = { XML_ParserCreate (NULL), handler, self, 0, NULL };
  gboolean done;

  XML_SetUserData (parsing.parser, &parsing);
  XML_SetElementHandler (parsing.parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (parsing.parser, text_cb);
  XML_SetStartDoctypeDeclHandler (parsing.parser, doctype_cb);
  done = parse (&parsing, part, error);
  XML_ParserFree (parsing.parser);
  g_clear_error (&parsing.error);
  return done;
}

/**
 * tl_xlsx_get_attribute:
 * @attributes: an element's attributes
 * @name: a name without a prefix
 *
 * Returns: (transfer none) (nullable): the attribute's value
 */
const char *
tl_xlsx_get_attribute (const char **attributes,
                       const char  *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      if (g_str_equal (strip_prefix (attributes[i]), name))
        return attributes[i + 1];
    }
  return NULL;
}
