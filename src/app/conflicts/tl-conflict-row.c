/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-conflict-row.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"

/* What is shown of one side. */
typedef struct
{
  GtkLabel *value;
  GtkLabel *who;
  GtkButton *button;
} Side;

struct _TlConflictRow
{
  AdwBin parent_instance;

  GtkLabel *place;
  Side sides[2];
  GtkButton *other;
  GtkLabel *problem;

  TlConflictItem *item;
  gboolean editable;
};

typedef enum
{
  PROP_ITEM = 1,
  PROP_EDITABLE,
} TlConflictRowProperty;

static GParamSpec *properties[PROP_EDITABLE + 1];

enum
{
  TAKE_SIDE,
  TAKE_OTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlConflictRow, tl_conflict_row, ADW_TYPE_BIN)

static void
show_side (TlConflictRow *self,
           guint          index)
{
  const TlConflictSide *side = &tl_conflict_item_get_conflict (self->item)->sides[index];
  gboolean shown = tl_conflict_item_is_shown (self->item, index);
  const char *who = side->who != NULL ? side->who : _("An earlier merge");
  g_autofree char *said = NULL, *name = NULL;

  if (shown)
    /* Translators: a person, and a moment; the value is the one that the workbook shows */
    said = g_strdup_printf (_("%1$s, %2$s · shown now"), who, side->when);
  else
    /* Translators: a person, and a moment */
    said = g_strdup_printf (_("%1$s, %2$s"), who, side->when);
  gtk_label_set_label (self->sides[index].value, side->words);
  gtk_label_set_label (self->sides[index].who, said);
  gtk_button_set_label (self->sides[index].button, shown ? _("Keep") : _("Take"));
  /* Translators: of the two values, who set it */
  name = g_strdup_printf (shown ? _("Keep “%1$s” by %2$s") : _("Take “%1$s” by %2$s"), side->words, who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sides[index].button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sides[index].button), self->editable);
}

static void
update (TlConflictRow *self)
{
  if (self->item == NULL)
    return;
  gtk_label_set_label (self->place, tl_conflict_item_get_conflict (self->item)->place);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    show_side (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->other), tl_conflict_item_can_be_typed (self->item));
  gtk_widget_set_sensitive (GTK_WIDGET (self->other), self->editable);
}

static void
side_clicked_cb (TlConflictRow *self,
                 GtkButton     *button)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[TAKE_SIDE], 0, button == self->sides[1].button ? 1 : 0);
}

static void
other_clicked_cb (TlConflictRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[TAKE_OTHER], 0);
}

static void
tl_conflict_row_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlConflictRow *self = TL_CONFLICT_ROW (object);

  switch ((TlConflictRowProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_conflict_row_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlConflictRow *self = TL_CONFLICT_ROW (object);

  switch ((TlConflictRowProperty) id)
    {
    case PROP_ITEM:
      tl_conflict_row_set_item (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      if (self->editable == g_value_get_boolean (value))
        break;
      self->editable = g_value_get_boolean (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_conflict_row_dispose (GObject *object)
{
  g_clear_object (&TL_CONFLICT_ROW (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CONFLICT_ROW);

  G_OBJECT_CLASS (tl_conflict_row_parent_class)->dispose (object);
}

static void
tl_conflict_row_class_init (TlConflictRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_conflict_row_get_property;
  object_class->set_property = tl_conflict_row_set_property;
  object_class->dispose = tl_conflict_row_dispose;

  /**
   * TlConflictRow:item:
   *
   * The conflict that it shows.
   */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TL_TYPE_CONFLICT_ITEM, flags);
  /**
   * TlConflictRow:editable:
   *
   * Whether it can be settled now.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  /**
   * TlConflictRow::take-side:
   * @side: 0 for the earlier change, 1 for the later
   *
   * It is to be settled by what one of the two set.
   */
  signals[TAKE_SIDE] = g_signal_new ("take-side", TL_TYPE_CONFLICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * TlConflictRow::take-other:
   *
   * It is to be settled by another value.
   */
  signals[TAKE_OTHER] = g_signal_new ("take-other", TL_TYPE_CONFLICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/conflicts/conflict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlConflictRow, place);
  gtk_widget_class_bind_template_child_full (widget_class, "first_value", FALSE,
                                             G_STRUCT_OFFSET (TlConflictRow, sides[0].value));
  gtk_widget_class_bind_template_child_full (widget_class, "first_who", FALSE,
                                             G_STRUCT_OFFSET (TlConflictRow, sides[0].who));
  gtk_widget_class_bind_template_child_full (widget_class, "first_button", FALSE,
                                             G_STRUCT_OFFSET (TlConflictRow, sides[0].button));
  gtk_widget_class_bind_template_child_full (widget_class, "second_value", FALSE,
                                             G_STRUCT_OFFSET (TlConflictRow, sides[1].value));
  gtk_widget_class_bind_template_child_full (widget_class, "second_who", FALSE,
                                             G_STRUCT_OFFSET (TlConflictRow, sides[1].who));
  gtk_widget_class_bind_template_child_full (widget_class, "second_button", FALSE,
                                             G_STRUCT_OFFSET (TlConflictRow, sides[1].button));
  gtk_widget_class_bind_template_child (widget_class, TlConflictRow, other);
  gtk_widget_class_bind_template_child (widget_class, TlConflictRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, side_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_clicked_cb);
}

static void
tl_conflict_row_init (TlConflictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_conflict_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_conflict_row_new (void)
{
  return g_object_new (TL_TYPE_CONFLICT_ROW, NULL);
}

/**
 * tl_conflict_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the conflict that it shows
 */
TlConflictItem *
tl_conflict_row_get_item (TlConflictRow *self)
{
  g_return_val_if_fail (TL_IS_CONFLICT_ROW (self), NULL);

  return self->item;
}

/**
 * tl_conflict_row_set_item:
 * @self: a row
 * @item: (nullable): a conflict
 *
 * Shows a conflict.
 */
void
tl_conflict_row_set_item (TlConflictRow  *self,
                          TlConflictItem *item)
{
  g_return_if_fail (TL_IS_CONFLICT_ROW (self));
  g_return_if_fail (item == NULL || TL_IS_CONFLICT_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;
  tl_conflict_row_set_problem (self, NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * tl_conflict_row_set_problem:
 * @self: a row
 * @problem: (nullable): why it couldn't be settled so, %NULL when that is over
 *
 * Says what is wrong where somebody looks.
 */
void
tl_conflict_row_set_problem (TlConflictRow *self,
                             const char    *problem)
{
  g_return_if_fail (TL_IS_CONFLICT_ROW (self));

  tl_show_problem (self->problem, problem);
}
