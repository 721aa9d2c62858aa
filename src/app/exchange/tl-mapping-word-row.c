/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mapping-word-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-announcement.h"
#include "tl-day-text.h"

/* What stands behind a choice instead of a meaning. */
typedef enum
{
  CHOICE_NOT_SAID,
  CHOICE_MEANING,
  CHOICE_WRITTEN,
  CHOICE_LEFT_OUT,
} ChoiceKind;

typedef struct
{
  ChoiceKind kind;
  char *meaning;
} Choice;

struct _TlMappingWordRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *pair;
  GtkLabel *word_label;
  GtkLabel *count_label;
  GtkDropDown *choice;
  GtkLabel *mark_label;
  GtkWidget *written_list;
  AdwEntryRow *first_row;
  AdwEntryRow *second_row;
  GtkLabel *problem_label;

  TlForeignField field;
  char *word;
  TlDay today;
  GArray *choices;
  gboolean loading;
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMappingWordRow, tl_mapping_word_row, GTK_TYPE_LIST_BOX_ROW)

static const Choice *
get_choice (TlMappingWordRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return &g_array_index (self->choices, Choice, MIN (selected, self->choices->len - 1));
}

static TlForeignFieldType
get_field_type (TlMappingWordRow *self)
{
  return tl_foreign_field_get_type (self->field);
}

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* A person's name and role are told apart by a semicolon, so that neither may have one. */
static char *
make_person (TlMappingWordRow *self)
{
  g_autofree char *name = g_strdelimit (get_text (self->first_row), ";", ',');
  g_autofree char *role = g_strdelimit (get_text (self->second_row), ";", ',');

  return *name != '\0' && *role != '\0' ? g_strconcat (name, "; ", role, NULL) : NULL;
}

static char *
make_day (TlMappingWordRow *self)
{
  g_autofree char *text = get_text (self->first_row);
  TlDay day = tl_day_text_parse (text, self->today);
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (day == TL_NO_DAY)
    return NULL;
  tl_day_to_iso (day, iso);
  return g_strdup (iso);
}

/* What was written, %NULL while it says nothing. */
static char *
make_written (TlMappingWordRow *self)
{
  char *text;

  if (get_field_type (self) == TL_FOREIGN_TYPE_PERSON)
    return make_person (self);
  if (get_field_type (self) == TL_FOREIGN_TYPE_DAY)
    return make_day (self);
  text = get_text (self->first_row);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static const char *
say_problem (TlMappingWordRow *self)
{
  if (get_field_type (self) == TL_FOREIGN_TYPE_PERSON)
    return _("A person needs a name and a role.");
  return get_field_type (self) == TL_FOREIGN_TYPE_DAY ? _("This isn’t a day; write it as 31 March 2026.")
                                                      : _("Nothing is written yet.");
}

static void
show_written (TlMappingWordRow *self)
{
  gboolean written = get_choice (self)->kind == CHOICE_WRITTEN;
  g_autofree char *meaning = written ? make_written (self) : NULL;

  gtk_widget_set_visible (self->written_list, written);
  if ((written && meaning == NULL) != gtk_widget_get_visible (GTK_WIDGET (self->problem_label)))
    tl_show_problem (self->problem_label, written && meaning == NULL ? say_problem (self) : NULL);
}

static void
show_mark (TlMappingWordRow *self,
           const char       *mark)
{
  gtk_label_set_text (self->mark_label, mark);
  gtk_widget_set_visible (GTK_WIDGET (self->mark_label), *mark != '\0');
}

static void
said_cb (TlMappingWordRow *self)
{
  if (self->loading)
    return;
  show_written (self);
  show_mark (self, get_choice (self)->kind == CHOICE_NOT_SAID ? _("Nobody has said yet") : "");
  g_signal_emit (self, signals[SAID], 0);
}

static void
clear_choice (gpointer data)
{
  g_free (((Choice *) data)->meaning);
}

static void
tl_mapping_word_row_dispose (GObject *object)
{
  TlMappingWordRow *self = TL_MAPPING_WORD_ROW (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_MAPPING_WORD_ROW);

  G_OBJECT_CLASS (tl_mapping_word_row_parent_class)->dispose (object);
}

static void
tl_mapping_word_row_finalize (GObject *object)
{
  TlMappingWordRow *self = TL_MAPPING_WORD_ROW (object);

  g_free (self->word);
  g_array_unref (self->choices);

  G_OBJECT_CLASS (tl_mapping_word_row_parent_class)->finalize (object);
}

static void
tl_mapping_word_row_class_init (TlMappingWordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_mapping_word_row_dispose;
  object_class->finalize = tl_mapping_word_row_finalize;

  signals[SAID] = g_signal_new ("said", TL_TYPE_MAPPING_WORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/mapping-word-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, pair);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, word_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, choice);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, mark_label);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, written_list);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, first_row);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, second_row);
  gtk_widget_class_bind_template_child (widget_class, TlMappingWordRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, said_cb);
}

static void
tl_mapping_word_row_init (TlMappingWordRow *self)
{
  self->loading = TRUE;
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, clear_choice);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ── What may be chosen ───────────────────────────────────────────────────── */

static void
add_choice (TlMappingWordRow *self,
            GtkStringList    *labels,
            ChoiceKind        kind,
            const char       *meaning,
            const char       *label)
{
  Choice choice = { kind, g_strdup (meaning) };

  g_array_append_val (self->choices, choice);
  gtk_string_list_append (labels, label);
}

/* What may be written where nothing that is there fits; a word of a fixed list can't. */
static const char *
say_written (TlForeignFieldType type)
{
  switch (type)
    {
    case TL_FOREIGN_TYPE_PERSON:
      return _("Somebody new…");
    case TL_FOREIGN_TYPE_PLACE:
      return _("A new location…");
    case TL_FOREIGN_TYPE_DAY:
      return _("A day…");
    case TL_FOREIGN_TYPE_NUMBER:
      return _("A number…");
    case TL_FOREIGN_TYPE_RATING:
      return _("Likelihood and impact…");
    case TL_FOREIGN_TYPE_TEXT:
    case TL_FOREIGN_TYPE_WORD:
    case TL_FOREIGN_TYPE_RISK:
    default:
      return NULL;
    }
}

static void
list_choices (TlMappingWordRow *self,
              TlSnapshot       *existing)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_auto (GStrv) meanings = tl_foreign_field_list_meanings (self->field, existing);
  const char *written = say_written (get_field_type (self));

  add_choice (self, labels, CHOICE_NOT_SAID, NULL, _("Not said yet"));
  for (guint i = 0; meanings[i] != NULL; i++)
    {
      g_autofree char *shown = tl_foreign_field_show_meaning (self->field, meanings[i], existing);

      add_choice (self, labels, CHOICE_MEANING, meanings[i], shown);
    }
  if (written != NULL)
    add_choice (self, labels, CHOICE_WRITTEN, NULL, written);
  add_choice (self, labels, CHOICE_LEFT_OUT, "", _("Leave it out"));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
}

static void
prepare_written (TlMappingWordRow *self,
                 const char       *meaning)
{
  g_auto (GStrv) parts = g_strsplit (meaning != NULL ? meaning : self->word, ";", 2);
  TlForeignFieldType type = get_field_type (self);
  gboolean prefilled = meaning != NULL || type == TL_FOREIGN_TYPE_PERSON || type == TL_FOREIGN_TYPE_PLACE;

  gtk_widget_set_visible (GTK_WIDGET (self->second_row), type == TL_FOREIGN_TYPE_PERSON);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->first_row),
                                 type == TL_FOREIGN_TYPE_PERSON || type == TL_FOREIGN_TYPE_PLACE ? _("Name")
                                 : type == TL_FOREIGN_TYPE_DAY ? _("Day, as 31 March 2026")
                                 : type == TL_FOREIGN_TYPE_RATING ? _("Likelihood and impact, as 3 × 4") : _("Number"));
  if (!prefilled || parts[0] == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->first_row), g_strstrip (parts[0]));
  if (type == TL_FOREIGN_TYPE_PERSON && meaning != NULL && parts[1] != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->second_row), g_strstrip (parts[1]));
}

/* A meaning that isn't among those listed has been written. */
static void
choose (TlMappingWordRow *self,
        const char       *meaning)
{
  guint chosen = 0;

  for (guint i = 0; meaning != NULL && i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (choice->meaning != NULL && g_str_equal (choice->meaning, meaning))
        chosen = i;
      else if (chosen == 0 && choice->kind == CHOICE_WRITTEN)
        chosen = i;
    }
  gtk_drop_down_set_selected (self->choice, chosen);
  prepare_written (self, get_choice (self)->kind == CHOICE_WRITTEN ? meaning : NULL);
}

/**
 * tl_mapping_word_row_new:
 * @word: a word
 * @existing: the workbook
 * @today: its day
 *
 * Returns: (transfer floating): a row for the word
 */
TlMappingWordRow *
tl_mapping_word_row_new (const TlForeignWord *word,
                         TlSnapshot          *existing,
                         TlDay                today)
{
  TlMappingWordRow *self = g_object_new (TL_TYPE_MAPPING_WORD_ROW, NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("in %u row", "in %u rows", word->n_rows), word->n_rows);
  /* Translators: %s is a word of a spreadsheet */
  g_autofree char *name = g_strdup_printf (_("What “%s” means"), word->word);

  self->field = word->field;
  self->word = g_strdup (word->word);
  self->today = today;
  gtk_label_set_text (self->word_label, word->word);
  gtk_label_set_text (self->count_label, count);
  list_choices (self, existing);
  choose (self, word->meaning);
  show_written (self);
  show_mark (self, word->meaning == NULL ? _("Nobody has said yet") : word->guessed ? _("A guess") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->mark_label,
                                  self->count_label, NULL, -1);
  self->loading = FALSE;
  return self;
}

/**
 * tl_mapping_word_row_get_field:
 * @self: a row
 *
 * Returns: what the columns tell in which the word stands
 */
TlForeignField
tl_mapping_word_row_get_field (TlMappingWordRow *self)
{
  return self->field;
}

/**
 * tl_mapping_word_row_get_word:
 * @self: a row
 *
 * Returns: (transfer none): the word
 */
const char *
tl_mapping_word_row_get_word (TlMappingWordRow *self)
{
  return self->word;
}

/**
 * tl_mapping_word_row_dup_meaning:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what it means, as tl_foreign_mapping_set_meaning() takes it; "" when it is left
 *   out, %NULL when nobody has said
 */
char *
tl_mapping_word_row_dup_meaning (TlMappingWordRow *self)
{
  const Choice *choice = get_choice (self);

  return choice->kind == CHOICE_WRITTEN ? make_written (self) : g_strdup (choice->meaning);
}

/**
 * tl_mapping_word_row_get_pair:
 * @self: a row
 *
 * Returns: (transfer none): the box in which the word and its meaning stand beside or beneath each other
 */
GtkWidget *
tl_mapping_word_row_get_pair (TlMappingWordRow *self)
{
  return self->pair;
}
