/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-private.h"

#include <glib/gi18n-lib.h>

#include "tl-day-text.h"
#include "tl-export-text.h"
#include "tl-field-text.h"
#include "tl-format.h"
#include "tl-locale.h"

#include <string.h>

#define FACT(Type) (*(const Type *) (gconstpointer) ((const guint8 *) facts + field->offset))

static void
add_id (GArray        *links,
        const TlFacts *row)
{
  if (row != NULL)
    g_array_append_val (links, row->id);
}

static void
begin_links (TlDraftField  *self,
             const TlField *field,
             gconstpointer  facts)
{
  const TlFactsList *list;

  switch ((int) field->type)
    {
    case TL_FIELD_LINK:
      add_id (self->first_links, FACT (TlFacts *));
      break;
    case TL_FIELD_LINKS:
      list = &FACT (TlFactsList);
      for (guint i = 0; i < list->n; i++)
        add_id (self->first_links, list->rows[i]);
      break;
    case TL_FIELD_WHO:
      add_id (self->first_links, (const TlFacts *) FACT (TlWho).person);
      break;
    default:
      break;
    }
}

/* As decimals are written where the reader lives; thousands aren't parted, for whoever goes on typing. */
static char *
begin_number (const TlField *field,
              gconstpointer  facts)
{
  g_autofree char *digits = tl_export_get_text (field, facts);

  return digits != NULL ? tl_locale_write_number (digits, FALSE) : NULL;
}

static char *
begin_text (const TlField *field,
            gconstpointer  facts)
{
  switch ((int) field->type)
    {
    case TL_FIELD_LINK:
    case TL_FIELD_LINKS:
      return NULL;
    case TL_FIELD_WHO:
      return FACT (TlWho).person == NULL ? g_strdup (FACT (TlWho).text) : NULL;
    case TL_FIELD_DAY:
      return FACT (TlDay) != TL_NO_DAY ? tl_format_day_long (FACT (TlDay)) : NULL;
    case TL_FIELD_NUMBER:
      return begin_number (field, facts);
    default:
      return tl_export_get_text (field, facts);
    }
}

/* What a field says at first: what the row has, nothing for a new one. */
void
tl_draft_field_begin (TlDraftField  *self,
                      const TlField *field,
                      gconstpointer  facts)
{
  self->field = field;
  self->first_links = g_array_new (FALSE, FALSE, sizeof (TlId));
  if (facts != NULL)
    {
      begin_links (self, field, facts);
      self->first_text = begin_text (field, facts);
    }
  if (self->first_text == NULL)
    self->first_text = g_strdup ("");
  self->text = g_strdup (self->first_text);
  self->links = g_array_copy (self->first_links);
}

void
tl_draft_field_clear (TlDraftField *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->first_text, g_free);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->first_links, g_array_unref);
}

static gboolean
has_link (const GArray *links,
          const TlId   *id)
{
  for (guint i = 0; i < links->len; i++)
    {
      if (tl_id_equal (&g_array_index (links, TlId, i), id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_same_links (const TlDraftField *self)
{
  if (self->links->len != self->first_links->len)
    return FALSE;
  for (guint i = 0; i < self->links->len; i++)
    {
      if (!has_link (self->first_links, &g_array_index (self->links, TlId, i)))
        return FALSE;
    }
  return TRUE;
}

/* What was typed, as it is to be kept: without space around it, and a line as one line. */
static char *
clean (const TlDraftField *self)
{
  g_auto (GStrv) lines = g_strsplit (self->text, "\r\n", -1);
  g_autofree char *text = g_strjoinv ("\n", lines);

  if (self->field->type != TL_FIELD_TEXT || self->field->flags & TL_FIELD_LINE)
    g_strdelimit (text, "\r\n\t", ' ');
  g_strdelimit (text, "\r", '\n');
  return g_strdup (g_strstrip (text));
}

/* Whether something else was typed or chosen, space around it aside. */
gboolean
tl_draft_field_is_changed (const TlDraftField *self)
{
  g_autofree char *text = NULL;

  if (!has_same_links (self))
    return TRUE;
  if (g_str_equal (self->text, self->first_text))
    return FALSE;
  text = clean (self);
  return !g_str_equal (text, self->first_text);
}

/* Days and numbers may be written as people write them, everything else as in a spreadsheet. */
static gboolean
read_text (const TlDraftField *self,
           const char         *text,
           TlDay               today,
           TlValue            *value,
           char              **message)
{
  char iso[TL_DAY_ISO_LENGTH + 1];
  TlDay day;

  if (self->field->type == TL_FIELD_DAY && *text != '\0')
    {
      day = tl_day_text_parse (text, today);
      if (day != TL_NO_DAY)
        {
          tl_day_to_iso (day, iso);
          return tl_field_text_read (self->field, iso, value, message);
        }
    }
  if (self->field->type == TL_FIELD_NUMBER)
    {
      g_autofree char *number = tl_locale_read_number (text);

      return tl_field_text_read (self->field, number, value, message);
    }
  if (!tl_field_text_read (self->field, text, value, message))
    return FALSE;
  return !(self->field->flags & TL_FIELD_LINE) || tl_field_text_check_line (text, message);
}

/* What a field says, as the database holds it. Of several rows only whether there may be so many is said. */
gboolean
tl_draft_field_read (const TlDraftField *self,
                     TlDay               today,
                     TlValue            *value,
                     char              **message)
{
  g_autofree char *text = clean (self);

  tl_value_clear (value);
  if (self->links->len > 0)
    {
      tl_value_set_id (value, &g_array_index (self->links, TlId, 0));
      return TRUE;
    }
  if (self->field->type != TL_FIELD_LINK && self->field->type != TL_FIELD_LINKS)
    return read_text (self, text, today, value, message);
  if (self->field->flags & TL_FIELD_REQUIRED)
    *message = g_strdup (_("there must be a value here"));
  return !(self->field->flags & TL_FIELD_REQUIRED);
}

static void
write_links (const TlDraftField *self,
             TlDraft            *draft,
             TlChange           *change)
{
  g_autofree char *pairs = tl_field_get_pairs (draft->table, self->field);

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlId *target = &g_array_index (self->links, TlId, i);
      TlId pair = tl_field_get_pair_id (draft->table, self->field, &draft->id, target);

      if (has_link (self->first_links, target))
        continue;
      tl_change_add_row (change, pairs, &pair);
      tl_change_set_id (change, pairs, &pair, draft->layout->name, &draft->id);
      tl_change_set_id (change, pairs, &pair, tl_layout_get (self->field->target)->name, target);
    }
  for (guint i = 0; i < self->first_links->len; i++)
    {
      const TlId *target = &g_array_index (self->first_links, TlId, i);
      TlId pair = tl_field_get_pair_id (draft->table, self->field, &draft->id, target);

      if (!has_link (self->links, target))
        tl_change_remove_row (change, pairs, &pair);
    }
}

static void
write_who (const TlDraftField *self,
           TlDraft            *draft,
           TlChange           *change,
           const TlValue      *value)
{
  const TlValue nothing = TL_VALUE_INIT;
  g_autofree char *person = g_strconcat (self->field->column, "_person", NULL);
  g_autofree char *text = g_strconcat (self->field->column, "_text", NULL);
  gboolean was_person = self->first_links->len > 0, is_person = self->links->len > 0;

  if (is_person || was_person)
    tl_change_set (change, draft->layout->name, &draft->id, person, is_person ? value : &nothing);
  if (!is_person || *self->first_text != '\0')
    tl_change_set (change, draft->layout->name, &draft->id, text, is_person ? &nothing : value);
}

/* Whoever changed the field meanwhile isn't overwritten unseen. Several texts may have been written in other ways. */
static void
expect_first (const TlDraftField *self,
              TlDraft            *draft,
              TlChange           *change,
              const TlValue      *first)
{
  g_auto (TlValue) text = TL_VALUE_INIT;

  if (self->field->type == TL_FIELD_TEXTS)
    return;
  if (self->field->type == TL_FIELD_TEXT && *self->first_text != '\0')
    tl_value_set_text (&text, self->first_text);
  tl_change_expect (change, draft->layout->name, &draft->id, self->field->column,
                    self->field->type == TL_FIELD_TEXT ? &text : first);
}

/* Adds to a change what is different in a field that can be read. */
void
tl_draft_field_write (const TlDraftField *self,
                      TlDraft            *draft,
                      TlChange           *change)
{
  g_auto (TlValue) value = TL_VALUE_INIT, first = TL_VALUE_INIT;
  g_autofree char *message = NULL, *first_message = NULL;
  TlDraftField before = *self;
  TlDay today = tl_workbook_get_today (draft->workbook);

  if (self->field->type == TL_FIELD_LINKS)
    {
      write_links (self, draft, change);
      return;
    }
  before.text = self->first_text;
  before.links = self->first_links;
  if (!tl_draft_field_is_changed (self) || !tl_draft_field_read (self, today, &value, &message)
      || (tl_draft_field_read (&before, today, &first, &first_message) && tl_value_equal (&value, &first)))
    return;
  if (self->field->type == TL_FIELD_WHO)
    {
      write_who (self, draft, change, &value);
      return;
    }
  tl_change_set (change, draft->layout->name, &draft->id, self->field->column, &value);
  if (!draft->is_new)
    expect_first (self, draft, change, &first);
}

/* Looks at the row as it is now: what was typed stays, and is different from that. */
void
tl_draft_field_begin_again (TlDraftField  *self,
                            gconstpointer  facts)
{
  TlDraftField now = { 0 };

  tl_draft_field_begin (&now, self->field, facts);
  if (!tl_draft_field_is_changed (self))
    {
      g_set_str (&self->text, now.text);
      g_array_unref (self->links);
      self->links = g_array_copy (now.links);
    }
  g_set_str (&self->first_text, now.first_text);
  g_array_unref (self->first_links);
  self->first_links = g_array_ref (now.first_links);
  tl_draft_field_clear (&now);
}
