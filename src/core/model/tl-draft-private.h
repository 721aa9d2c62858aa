/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-draft.h"

G_BEGIN_DECLS

/* A draft and how it is kept are in tl-draft.c, what was typed in it in tl-draft-values.c and how that is read in
 * tl-draft-fields.c; what is wrong with it in tl-draft-problems.c, and whether its fields agree in tl-draft-rules.c. */

/**
 * TlDraftField:
 * @field: what it is
 * @text: what was typed; of a word the word itself
 * @links: (element-type TlId): what was chosen
 * @first_text: what it began with
 * @first_links: (element-type TlId): what it began with
 *
 * A field of a draft.
 */
typedef struct
{
  const TlField *field;
  char *text;
  GArray *links;
  char *first_text;
  GArray *first_links;
} TlDraftField;

struct _TlDraft
{
  GObject parent_instance;

  TlWorkbook *workbook;
  TlTable table;
  const TlTableLayout *layout;
  TlId id;
  gboolean is_new;
  TlDraftField *fields;
};

void          tl_draft_field_begin      (TlDraftField   *self,
                                         const TlField  *field,
                                         gconstpointer   facts);
void          tl_draft_field_begin_again (TlDraftField  *self,
                                         gconstpointer   facts);
void          tl_draft_field_clear      (TlDraftField   *self);
gboolean      tl_draft_field_is_changed (const TlDraftField *self);
gboolean      tl_draft_field_read       (const TlDraftField *self,
                                         TlDay           today,
                                         TlValue        *value,
                                         char          **message);
void          tl_draft_field_write      (const TlDraftField *self,
                                         TlDraft        *draft,
                                         TlChange       *change);

TlSnapshot   *tl_draft_get_snapshot     (TlDraft        *self);
void          tl_draft_emit_changed     (TlDraft        *self,
                                         const TlDraftField *field);
TlDraftField *tl_draft_find_field       (TlDraft        *self,
                                         const char     *column);
void          tl_draft_add_problem      (GPtrArray      *problems,
                                         const char     *column,
                                         const char     *message);
gboolean      tl_draft_has_problem      (GPtrArray      *problems,
                                         const char     *column);
void          tl_draft_check_rules      (TlDraft        *self,
                                         GPtrArray      *problems);

G_END_DECLS
