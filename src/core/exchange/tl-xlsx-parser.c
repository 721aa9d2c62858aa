/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-parser.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)
#define DEEPEST 64

struct _TlXlsxParser
{
  XML_Parser parser;
  const TlXlsxHandler *handler;
  gpointer self;
  guint depth;
  /* The outermost of the elements that are open, with their prefixes. */
  char *outer[TL_XLSX_N_OUTER];
  /* Whether bytes mean what they mean in any other part. */
  gboolean plain;
  /* While nobody is told of what is read. */
  gboolean quiet;
  GError *error;
};

static const char *
strip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
stop_unless (TlXlsxParser *self,
             gboolean      fine)
{
  if (!fine)
    XML_StopParser (self->parser, XML_FALSE);
}

static void
start_cb (void        *data,
          const char  *name,
          const char **attributes)
{
  TlXlsxParser *self = data;

  if (self->error != NULL)
    return;
  if (self->depth < TL_XLSX_N_OUTER)
    g_set_str (&self->outer[self->depth], name);
  if (++self->depth > DEEPEST)
    {
      g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("this spreadsheet is nested more deeply than any real one"));
      stop_unless (self, FALSE);
      return;
    }
  stop_unless (self, self->handler->start == NULL || self->quiet
                     || self->handler->start (self->self, strip_prefix (name), attributes, &self->error));
}

static void
end_cb (void       *data,
        const char *name)
{
  TlXlsxParser *self = data;

  if (self->error != NULL)
    return;
  self->depth--;
  stop_unless (self, self->handler->end == NULL || self->quiet
                     || self->handler->end (self->self, strip_prefix (name), &self->error));
}

static void
text_cb (void       *data,
         const char *text,
         int         length)
{
  TlXlsxParser *self = data;

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
  TlXlsxParser *self = data;

  if (self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("this spreadsheet declares entities, which no spreadsheet program does"));
  stop_unless (self, FALSE);
}

static void
declaration_cb (void       *data,
                const char *version,
                const char *encoding,
                int         standalone)
{
  TlXlsxParser *self = data;

  self->plain = encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0;
}

/**
 * tl_xlsx_parser_new:
 * @handler: what is done with what is read
 * @self: what @handler's functions are given
 *
 * Returns: (transfer full): a parser that has read nothing
 */
TlXlsxParser *
tl_xlsx_parser_new (const TlXlsxHandler *handler,
                    gpointer             self)
{
  TlXlsxParser *parser = g_new0 (TlXlsxParser, 1);

  parser->parser = XML_ParserCreate (NULL);
  parser->handler = handler;
  parser->self = self;
  parser->plain = TRUE;
  XML_SetUserData (parser->parser, parser);
  XML_SetElementHandler (parser->parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (parser->parser, text_cb);
  XML_SetXmlDeclHandler (parser->parser, declaration_cb);
  XML_SetStartDoctypeDeclHandler (parser->parser, doctype_cb);
  return parser;
}

/**
 * tl_xlsx_parser_free:
 * @self: (transfer full): a parser
 *
 * Frees a parser.
 */
void
tl_xlsx_parser_free (TlXlsxParser *self)
{
  XML_ParserFree (self->parser);
  for (guint i = 0; i < TL_XLSX_N_OUTER; i++)
    g_free (self->outer[i]);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
check (TlXlsxParser     *self,
       enum XML_Status   status,
       GError          **error)
{
  if (status == XML_STATUS_OK)
    return TRUE;
  if (self->error == NULL)
    return tl_xlsx_refuse_damaged (error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * tl_xlsx_parser_feed:
 * @self: a parser
 * @text: what comes next
 * @length: its length in bytes
 * @last: whether nothing comes after it
 * @error: what is wrong with it
 *
 * Reads on.
 *
 * Returns: whether it could be read
 */
gboolean
tl_xlsx_parser_feed (TlXlsxParser  *self,
                     const char    *text,
                     gsize          length,
                     gboolean       last,
                     GError       **error)
{
  return check (self, XML_Parse (self->parser, text, (int) length, last), error);
}

/**
 * tl_xlsx_parser_read:
 * @self: a parser
 * @part: a part of which what comes next hasn't been read
 * @error: what is wrong with it
 *
 * Reads on to the end of a part.
 *
 * Returns: whether all of it could be read
 */
gboolean
tl_xlsx_parser_read (TlXlsxParser  *self,
                     TlXlsxPart    *part,
                     GError       **error)
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
      if (!tl_xlsx_part_read (part, chunk, CHUNK, &got, error)
          || !check (self, XML_ParseBuffer (self->parser, (int) got, got == 0), error))
        return FALSE;
    }
  while (got > 0);
  return TRUE;
}

/**
 * tl_xlsx_parser_open:
 * @self: a parser that has read nothing
 * @outer: the elements within which what comes next stands
 *
 * Goes on where another parser was, without a word to the handler.
 *
 * Returns: whether it could
 */
gboolean
tl_xlsx_parser_open (TlXlsxParser *self,
                     const GStrv   outer)
{
  g_autofree char *tags = g_strdup_printf ("<%s><%s>", outer[0], outer[1]);
  gboolean done;

  self->quiet = TRUE;
  done = tl_xlsx_parser_feed (self, tags, strlen (tags), FALSE, NULL);
  self->quiet = FALSE;
  return done;
}

/**
 * tl_xlsx_parser_close:
 * @self: a parser
 * @outer: (inout): the elements within which it should be, %NULL to be told them if it worked
 *
 * Ends it, without a word to the handler.
 *
 * Returns: whether it stood between other elements within these, and another one that is opened with these can go on
 */
gboolean
tl_xlsx_parser_close (TlXlsxParser *self,
                      GStrv        *outer)
{
  const char * const *names = *outer != NULL ? (const char * const *) *outer : (const char * const *) self->outer;
  g_autofree char *tags = NULL;

  if (self->depth != TL_XLSX_N_OUTER || !self->plain)
    return FALSE;
  tags = g_strdup_printf ("</%s></%s>", names[1], names[0]);
  self->quiet = TRUE;
  if (!tl_xlsx_parser_feed (self, tags, strlen (tags), TRUE, NULL))
    return FALSE;
  if (*outer == NULL)
    *outer = g_strdupv ((char *[]) { self->outer[0], self->outer[1], NULL });
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
  g_autoptr (TlXlsxParser) parser = tl_xlsx_parser_new (handler, self);

  return tl_xlsx_parser_read (parser, part, error);
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
