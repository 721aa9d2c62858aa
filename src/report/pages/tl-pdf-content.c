/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-content.h"

#include <string.h>

/* cairo marks text as belonging to an element or as artifact, but leaves rules, threads and shapes without words
 * unmarked. A tagged PDF must say of everything which it is, so what was left is marked as artifact here. */

static const char * const painting_operators[] = {
  "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"",
};

typedef struct
{
  const guint8 *content;
  gsize length;
  gsize at;

  guint depth;
  gboolean in_text;

  /* Where what is unmarked begins, and what was seen since. */
  gsize unmarked;
  gboolean began_in_text;
  gboolean painted;

  gsize copied;
  GByteArray *marked;
} Marker;

/* ── Reading ───────────────────────────────────────────────────────────────── */

static gboolean
is_space (guint8 byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\0';
}

static gboolean
is_delimiter (guint8 byte)
{
  return strchr ("()<>[]{}/%", byte) != NULL && byte != '\0';
}

static void
skip_string (Marker *self)
{
  guint nested = 0;

  for (; self->at < self->length; self->at++)
    {
      guint8 byte = self->content[self->at];

      if (byte == '\\')
        self->at++;
      else if (byte == '(')
        nested++;
      else if (byte == ')' && --nested == 0)
        break;
    }
  self->at = MIN (self->at + 1, self->length);
}

static void
skip_comment (Marker *self)
{
  while (self->at < self->length && self->content[self->at] != '\n' && self->content[self->at] != '\r')
    self->at++;
}

/* Passes one operand, or takes an operator of at most 3 letters. */
static gboolean
next_operator (Marker *self,
               char    operator[4])
{
  while (self->at < self->length)
    {
      guint8 byte = self->content[self->at];
      gsize start = self->at;

      if (is_space (byte) || strchr ("<>[]{}", byte) != NULL)
        self->at++;
      else if (byte == '(')
        skip_string (self);
      else if (byte == '%')
        skip_comment (self);
      else
        {
          self->at++;
          while (self->at < self->length && !is_space (self->content[self->at])
                 && !is_delimiter (self->content[self->at]))
            self->at++;
          if (byte == '/' || g_ascii_isdigit (byte) || strchr ("+-.", byte) != NULL || self->at - start > 3)
            continue;
          memcpy (operator, self->content + start, self->at - start);
          operator[self->at - start] = '\0';
          return TRUE;
        }
    }

  return FALSE;
}

/* ── Marking ───────────────────────────────────────────────────────────────── */

static void
append (Marker     *self,
        const char *text)
{
  g_byte_array_append (self->marked, (const guint8 *) text, (guint) strlen (text));
}

static void
copy_until (Marker *self,
            gsize   end)
{
  g_byte_array_append (self->marked, self->content + self->copied, (guint) (end - self->copied));
  self->copied = end;
}

/* What is unmarked ends at @end. Within a text object nothing may begin that doesn't end there. */
static void
end_unmarked (Marker *self,
              gsize   end)
{
  if (self->painted && !self->began_in_text && !self->in_text)
    {
      copy_until (self, self->unmarked);
      append (self, "\n/Artifact BMC\n");
      copy_until (self, end);
      append (self, "\nEMC\n");
    }
  self->painted = FALSE;
}

static void
begin_unmarked (Marker *self)
{
  self->unmarked = self->at;
  self->began_in_text = self->in_text;
  self->painted = FALSE;
}

static void
take_operator (Marker     *self,
               const char *operator,
               gsize       operands)
{
  if (g_str_equal (operator, "BDC") || g_str_equal (operator, "BMC"))
    {
      if (self->depth++ == 0)
        end_unmarked (self, operands);
    }
  else if (g_str_equal (operator, "EMC"))
    {
      if (self->depth > 0 && --self->depth == 0)
        begin_unmarked (self);
    }
  else if (g_str_equal (operator, "BT"))
    self->in_text = TRUE;
  else if (g_str_equal (operator, "ET"))
    self->in_text = FALSE;
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (painting_operators); i++)
        self->painted |= g_str_equal (operator, painting_operators[i]);
    }
}

/**
 * tl_pdf_mark_artifacts:
 * @content: the content of a page of a tagged PDF, as cairo writes it
 * @length: its length in bytes
 *
 * Marks everything as artifact that isn't marked as anything.
 *
 * Returns: (transfer full) (nullable): the content with its marks, or %NULL when it holds images within the text,
 *   which cairo never writes for our pages
 */
GByteArray *
tl_pdf_mark_artifacts (const guint8 *content,
                       gsize         length)
{
  Marker self = { .content = content, .length = length, .marked = g_byte_array_sized_new ((guint) length + 256) };
  char operator[4];
  gsize operands = 0;

  while (next_operator (&self, operator))
    {
      if (g_str_equal (operator, "ID"))
        {
          g_byte_array_unref (self.marked);
          return NULL;
        }
      take_operator (&self, operator, operands);
      operands = self.at;
    }
  if (self.depth == 0)
    end_unmarked (&self, length);
  copy_until (&self, length);

  return self.marked;
}
