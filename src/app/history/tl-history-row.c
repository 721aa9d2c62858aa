/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-row.h"

#include <glib/gi18n.h>

struct _TlHistoryRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *sentence;
  GtkLabel *kind;
  GtkToggleButton *expander;
  GtkWidget *details;
  GtkBox *fields;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *in_the_way;

  TlHistoryItem *item;
  GSignalGroup *signals;
  gboolean editable;
  char *label;
  /* Whose fields are shown. */
  TlHistoryEntry *shown;
};

typedef enum
{
  PROP_ITEM = 1,
  PROP_EDITABLE,
  PROP_LABEL,
} TlHistoryRowProperty;

static GParamSpec *properties[PROP_LABEL + 1];

enum
{
  TAKE_BACK,
  SHOW_RECORDED,
  SHOW_IN_THE_WAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlHistoryRow, tl_history_row, ADW_TYPE_BIN)

/* ── What it shows ────────────────────────────────────────────────────────── */

static const char *
get_icon_name (TlHistoryEntry *entry)
{
  static const struct
  {
    const char *kind;
    const char *icon_name;
  } icons[] = {
    { TL_CHANGE_KIND_UNDO, "edit-undo-symbolic" },
    { TL_CHANGE_KIND_REDO, "edit-redo-symbolic" },
    { TL_CHANGE_KIND_IMPORT, "document-open-symbolic" },
    { TL_CHANGE_KIND_MERGE, "view-dual-symbolic" },
    { TL_CHANGE_KIND_CREATE, "document-new-symbolic" },
    { TL_CHANGE_KIND_COPY, "edit-copy-symbolic" },
    { TL_CHANGE_KIND_SETTLE, "object-select-symbolic" },
    { TL_CHANGE_KIND_ERASE, "edit-delete-symbolic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (tl_history_entry_get_kind (entry), icons[i].kind))
        return icons[i].icon_name;
    }
  return "document-edit-symbolic";
}

static GtkWidget *
add_text (GtkBox     *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
show_value (GtkBox     *box,
            const char *caption,
            const char *value)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_width_chars (GTK_LABEL (add_text (GTK_BOX (line), caption, "history-caption")), 5);
  gtk_widget_set_hexpand (add_text (GTK_BOX (line), value, "history-value"), TRUE);
  gtk_box_append (box, line);
}

static void
show_field (TlHistoryRow         *self,
            const TlHistoryField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_text (GTK_BOX (box), field->place, "history-place");
  if (field->before != NULL)
    {
      show_value (GTK_BOX (box), C_("history", "From"), field->before);
      show_value (GTK_BOX (box), C_("history", "To"), field->after != NULL ? field->after : _("nothing"));
    }
  else
    add_text (GTK_BOX (box), field->after != NULL ? field->after : _("nothing"), "history-value");
  gtk_box_append (self->fields, box);
}

/* Only of what is looked at. */
static void
show_fields (TlHistoryRow   *self,
             TlHistoryEntry *entry)
{
  GtkWidget *child;
  GPtrArray *fields;
  guint n_left;

  if (!g_set_object (&self->shown, entry))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
  if (entry == NULL)
    return;
  fields = tl_history_entry_get_fields (entry);
  for (guint i = 0; i < fields->len; i++)
    show_field (self, fields->pdata[i]);
  n_left = tl_history_entry_get_n_left (entry);
  if (n_left > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more field", "and %u more fields", n_left), n_left);

      add_text (self->fields, more, "history-caption");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields), fields->len > 0);
}

static void
set_label (TlHistoryRow *self,
           char         *label)
{
  if (g_strcmp0 (self->label, label) != 0)
    {
      g_free (self->label);
      self->label = label;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
    }
  else
    g_free (label);
}

static void
show_entry (TlHistoryRow   *self,
            TlHistoryEntry *entry)
{
  g_autofree char *kind = NULL;

  /* Translators: what kind of change, and when: "Edited · 14:03" */
  kind = g_strdup_printf (_("%1$s · %2$s"), tl_history_entry_get_kind_words (entry), tl_history_entry_get_clock (entry));
  gtk_image_set_from_icon_name (self->icon, get_icon_name (entry));
  gtk_label_set_label (self->sentence, tl_history_entry_get_sentence (entry));
  gtk_label_set_label (self->kind, kind);
  /* Translators: what kind of change, when, and who did what */
  set_label (self, g_strdup_printf (_("%1$s on %2$s: %3$s"), tl_history_entry_get_kind_words (entry),
                                    tl_history_entry_get_when (entry), tl_history_entry_get_sentence (entry)));
}

static void
update (TlHistoryRow *self)
{
  TlHistoryEntry *entry = self->item != NULL ? tl_history_item_get_entry (self->item) : NULL;
  const char *problem = self->item != NULL ? tl_history_item_get_problem (self->item) : NULL;
  gboolean expanded = self->item != NULL && entry != NULL && tl_history_item_get_expanded (self->item);
  TlDigest change;

  if (entry != NULL)
    show_entry (self, entry);
  else
    {
      /* Until it has been read. */
      gtk_image_clear (self->icon);
      gtk_label_set_label (self->sentence, "…");
      gtk_label_set_label (self->kind, "");
      set_label (self, NULL);
    }
  show_fields (self, expanded ? entry : NULL);
  gtk_widget_set_visible (self->details, expanded);
  gtk_toggle_button_set_active (self->expander, expanded);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander), expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->expander), expanded ? _("Hide Each Field") : _("Show Each Field"));
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_widget_set_visible (self->in_the_way,
                          problem != NULL && tl_history_item_get_in_the_way (self->item, &change));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.take-back",
                                 self->editable && entry != NULL && tl_history_entry_get_can_take_back (entry));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.show-recorded", entry != NULL);
}

/* ── What can be done ─────────────────────────────────────────────────────── */

static void
expander_toggled_cb (TlHistoryRow *self)
{
  if (self->item != NULL && tl_history_item_get_entry (self->item) != NULL)
    tl_history_item_set_expanded (self->item, gtk_toggle_button_get_active (self->expander));
}

static void
emit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  guint signal = SHOW_IN_THE_WAY;

  if (g_str_equal (name, "entry.take-back"))
    signal = TAKE_BACK;
  else if (g_str_equal (name, "entry.show-recorded"))
    signal = SHOW_RECORDED;
  if (TL_HISTORY_ROW (widget)->item != NULL)
    g_signal_emit (widget, signals[signal], 0);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_history_row_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlHistoryRow *self = TL_HISTORY_ROW (object);

  switch ((TlHistoryRowProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_row_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlHistoryRow *self = TL_HISTORY_ROW (object);

  switch ((TlHistoryRowProperty) id)
    {
    case PROP_ITEM:
      tl_history_row_set_item (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      if (self->editable == g_value_get_boolean (value))
        break;
      self->editable = g_value_get_boolean (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LABEL:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_row_dispose (GObject *object)
{
  TlHistoryRow *self = TL_HISTORY_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (tl_history_row_parent_class)->dispose (object);
}

static void
tl_history_row_finalize (GObject *object)
{
  g_free (TL_HISTORY_ROW (object)->label);

  G_OBJECT_CLASS (tl_history_row_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * TlHistoryRow::take-back:
   *
   * The change is to be taken back.
   */
  signals[TAKE_BACK] = g_signal_new ("take-back", TL_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  /**
   * TlHistoryRow::show-recorded:
   *
   * The workbook is to be shown as it was recorded then.
   */
  signals[SHOW_RECORDED] = g_signal_new ("show-recorded", TL_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  /**
   * TlHistoryRow::show-in-the-way:
   *
   * The later change is to be shown that keeps this one from being taken back.
   */
  signals[SHOW_IN_THE_WAY] = g_signal_new ("show-in-the-way", TL_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
tl_history_row_class_init (TlHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_history_row_get_property;
  object_class->set_property = tl_history_row_set_property;
  object_class->dispose = tl_history_row_dispose;
  object_class->finalize = tl_history_row_finalize;

  /**
   * TlHistoryRow:item:
   *
   * The change that it shows.
   */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TL_TYPE_HISTORY_ITEM, flags);
  /**
   * TlHistoryRow:editable:
   *
   * Whether anything can be taken back now.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  /**
   * TlHistoryRow:label:
   *
   * What a screen reader says of it, %NULL until it has been read.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals ();

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/history/history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, kind);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, expander);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, details);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, fields);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, problem);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryRow, in_the_way);
  gtk_widget_class_bind_template_callback (widget_class, expander_toggled_cb);
  gtk_widget_class_install_action (widget_class, "entry.take-back", NULL, emit_cb);
  gtk_widget_class_install_action (widget_class, "entry.show-recorded", NULL, emit_cb);
  gtk_widget_class_install_action (widget_class, "entry.show-in-the-way", NULL, emit_cb);
}

static void
tl_history_row_init (TlHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (TL_TYPE_HISTORY_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update), self);
  update (self);
}

/**
 * tl_history_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_history_row_new (void)
{
  return g_object_new (TL_TYPE_HISTORY_ROW, NULL);
}

/**
 * tl_history_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the change that it shows
 */
TlHistoryItem *
tl_history_row_get_item (TlHistoryRow *self)
{
  g_return_val_if_fail (TL_IS_HISTORY_ROW (self), NULL);

  return self->item;
}

/**
 * tl_history_row_set_item:
 * @self: a row
 * @item: (nullable): a change
 *
 * Shows a change.
 */
void
tl_history_row_set_item (TlHistoryRow  *self,
                         TlHistoryItem *item)
{
  g_return_if_fail (TL_IS_HISTORY_ROW (self));
  g_return_if_fail (item == NULL || TL_IS_HISTORY_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;
  g_signal_group_set_target (self->signals, item);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
