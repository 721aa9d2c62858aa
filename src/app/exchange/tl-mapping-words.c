/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-words.h"

#include <glib/gi18n.h>

#include "tl-mapping-word-row.h"

/* More than anybody goes through; the rest are told as problems. */
#define MOST_WORDS 300

struct _TlMappingWords
{
  AdwBin parent_instance;

  GtkLabel *intro_label;
  GtkBox *groups;

  /* The dialog's. */
  TlForeignMapping *mapping;
  /* How a word stands to what it means: beside it where there is room. */
  GtkOrientation orientation;
};

typedef enum
{
  PROP_ORIENTATION = 1,
} TlMappingWordsProperty;

static GParamSpec *properties[PROP_ORIENTATION + 1];

G_DEFINE_FINAL_TYPE (TlMappingWords, tl_mapping_words, ADW_TYPE_BIN)

static void
said_cb (TlMappingWordRow *row,
         TlMappingWords   *self)
{
  g_autofree char *meaning = tl_mapping_word_row_dup_meaning (row);

  tl_foreign_mapping_set_meaning (self->mapping, tl_mapping_word_row_get_field (row), tl_mapping_word_row_get_word (row),
                                  meaning);
}

/* Words of one kind of column together, in the order in which they came. */
static GtkListBox *
find_list (GHashTable     *lists,
           TlMappingWords *self,
           TlForeignField  field)
{
  GtkListBox *list = g_hash_table_lookup (lists, GINT_TO_POINTER (field));
  g_autoptr (GtkBuilder) builder = NULL;

  if (list != NULL)
    return list;
  builder = gtk_builder_new_from_resource ("/org/throughline/Throughline/exchange/mapping-words-group.ui");
  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "name_label")), tl_foreign_field_get_label (field));
  list = GTK_LIST_BOX (gtk_builder_get_object (builder, "words"));
  gtk_box_append (self->groups, GTK_WIDGET (gtk_builder_get_object (builder, "group")));
  g_hash_table_insert (lists, GINT_TO_POINTER (field), list);
  return list;
}

static void
clear (TlMappingWords *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
show_intro (TlMappingWords        *self,
            const TlForeignResult *result)
{
  guint n_unknown = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < result->words->len; i++)
    n_unknown += ((const TlForeignWord *) g_ptr_array_index (result->words, i))->meaning == NULL;
  if (n_unknown > 0)
    text = g_strdup_printf (ngettext ("%u word isn’t known yet. Say what it means, or leave it out; the others are "
                                      "guesses to look at.",
                                      "%u words aren’t known yet. Say what they mean, or leave them out; the others are "
                                      "guesses to look at.", n_unknown), n_unknown);
  gtk_label_set_text (self->intro_label, text != NULL ? text : _("What the spreadsheet’s own words are taken to mean. "
                                                                 "Change what was guessed wrongly."));
}

static void
tl_mapping_words_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlMappingWordsProperty) property_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, TL_MAPPING_WORDS (object)->orientation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_mapping_words_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlMappingWords *self = TL_MAPPING_WORDS (object);

  switch ((TlMappingWordsProperty) property_id)
    {
    case PROP_ORIENTATION:
      if (self->orientation == (GtkOrientation) g_value_get_enum (value))
        return;
      self->orientation = g_value_get_enum (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_mapping_words_dispose (GObject *object)
{
  TlMappingWords *self = TL_MAPPING_WORDS (object);

  if (self->groups != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_MAPPING_WORDS);

  G_OBJECT_CLASS (tl_mapping_words_parent_class)->dispose (object);
}

static void
tl_mapping_words_class_init (TlMappingWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_mapping_words_get_property;
  object_class->set_property = tl_mapping_words_set_property;
  object_class->dispose = tl_mapping_words_dispose;

  properties[PROP_ORIENTATION] = g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                                                    GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE
                                                    | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-words.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingWords, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWords, groups);
}

static void
tl_mapping_words_init (TlMappingWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_mapping_words_load:
 * @self: the step
 * @result: what the mapping makes of the file
 * @mapping: (transfer none): how the file is read, which must outlive this or another one that is loaded
 * @existing: the workbook
 * @today: its day
 *
 * Shows the words that aren't our own, those that nobody knows first.
 */
void
tl_mapping_words_load (TlMappingWords        *self,
                       const TlForeignResult *result,
                       TlForeignMapping      *mapping,
                       TlSnapshot            *existing,
                       TlDay                  today)
{
  g_autoptr (GHashTable) lists = g_hash_table_new (NULL, NULL);

  g_return_if_fail (TL_IS_MAPPING_WORDS (self));

  clear (self);
  self->mapping = mapping;
  show_intro (self, result);
  for (guint i = 0; i < MIN (result->words->len, MOST_WORDS); i++)
    {
      const TlForeignWord *word = g_ptr_array_index (result->words, i);
      TlMappingWordRow *row = tl_mapping_word_row_new (word, existing, today);

      g_object_bind_property (self, "orientation", tl_mapping_word_row_get_pair (row), "orientation",
                              G_BINDING_SYNC_CREATE);
      g_signal_connect_object (row, "said", G_CALLBACK (said_cb), self, G_CONNECT_DEFAULT);
      gtk_list_box_append (find_list (lists, self, word->field), GTK_WIDGET (row));
    }
}
