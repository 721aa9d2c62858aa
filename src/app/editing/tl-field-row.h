/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft.h"

G_BEGIN_DECLS

/**
 * TlFieldRow:
 *
 * One field of a draft in a form: its title, what it is edited with, and beneath it a hint and what is wrong. A form is a
 * .ui file of such rows, each with the name of its field; [class@Tl.EditDialog] gives them the draft.
 *
 * The kinds of row are [class@Tl.TextField], [class@Tl.LongTextField], [class@Tl.DayField], [class@Tl.ChoiceField],
 * [class@Tl.SwitchField], [class@Tl.ChooserField] for a row of another table or a person, and [class@Tl.ChooserListField]
 * for several.
 */
#define TL_TYPE_FIELD_ROW (tl_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlFieldRow, tl_field_row, TL, FIELD_ROW, GtkWidget)

/**
 * TlFieldRowClass:
 * @show: shows what the draft says; called when it has been given one, and after each change of the field
 */
struct _TlFieldRowClass
{
  GtkWidgetClass parent_class;

  void (* show) (TlFieldRow *self);

  gpointer padding[4];
};

const char    *tl_field_row_get_column  (TlFieldRow *self);
const TlField *tl_field_row_get_field   (TlFieldRow *self);
TlDraft       *tl_field_row_get_draft   (TlFieldRow *self);
void           tl_field_row_set_draft   (TlFieldRow *self,
                                         TlDraft    *draft);
gboolean       tl_field_row_is_needed   (TlFieldRow *self);
const char    *tl_field_row_get_problem (TlFieldRow *self);
void           tl_field_row_set_problem (TlFieldRow *self,
                                         const char *problem);
void           tl_field_row_set_editable (TlFieldRow *self,
                                          gboolean    editable);

/* For the kinds of row. */
void           tl_field_row_set_control (TlFieldRow *self,
                                         GtkWidget  *control);

G_END_DECLS
