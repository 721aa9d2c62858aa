/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-filters.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-filter-chip.h"
#include "tl-format.h"
#include "tl-row-chooser.h"

struct _TlTimelineFilters
{
  GtkPopover parent_instance;

  AdwWrapBox *kinds;
  AdwWrapBox *verdicts;
  AdwWrapBox *sources;
  GtkMenuButton *place_button;
  GtkMenuButton *person_button;
  TlRowChooser *place_chooser;
  TlRowChooser *person_chooser;

  TlTimelineFilter filter;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTimelineFilters, tl_timeline_filters, GTK_TYPE_POPOVER)

/* ── Chips ── */

static void
empty_box (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static void
chip_toggled_cb (TlTimelineFilters *self,
                 TlFilterChip      *chip)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (chip), ADW_TYPE_WRAP_BOX);
  guint bit = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "bit"));

  if (self->filling)
    return;
  if (box == GTK_WIDGET (self->kinds))
    self->filter.kinds ^= 1u << bit;
  else if (box == GTK_WIDGET (self->verdicts))
    self->filter.verdicts ^= 1u << bit;
  else
    self->filter.sources ^= G_GUINT64_CONSTANT (1) << bit;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_chip (TlTimelineFilters *self,
          AdwWrapBox        *box,
          guint              bit,
          const char        *label,
          guint              count,
          gboolean           active)
{
  g_autofree char *title = tl_format_capital (label);
  GtkWidget *chip;

  if (count == 0 && !active)
    return;
  chip = g_object_new (TL_TYPE_FILTER_CHIP, "title", title, "count", count, "active", active, NULL);
  g_object_set_data (G_OBJECT (chip), "bit", GUINT_TO_POINTER (bit));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, chip);
}

typedef struct
{
  guint kinds[TL_TIMELINE_N_KINDS];
  guint verdicts[TL_VERDICT_CONTRADICTS + 1];
  guint sources[TL_SOURCE_PARTNER_FEEDBACK + 1];
} Counts;

static void
count_entries (const TlTimelinePlan *whole,
               Counts               *counts)
{
  *counts = (Counts) { 0 };
  for (guint i = 0; i < whole->n_entries; i++)
    {
      const TlTimelineEntry *entry = &whole->entries[i];

      counts->kinds[entry->kind]++;
      if (entry->kind != TL_TIMELINE_KIND_EVIDENCE)
        continue;
      counts->verdicts[entry->verdict]++;
      counts->sources[entry->source]++;
    }
}

static void
fill_chips (TlTimelineFilters    *self,
            const TlTimelinePlan *whole)
{
  const TlTimelineFilter *filter = &self->filter;
  Counts counts;

  count_entries (whole, &counts);
  empty_box (self->kinds);
  empty_box (self->verdicts);
  empty_box (self->sources);
  for (guint i = 0; i < TL_TIMELINE_N_KINDS; i++)
    add_chip (self, self->kinds, i, tl_timeline_kind_get_label ((TlTimelineKind) i), counts.kinds[i],
              (filter->kinds & (1u << i)) != 0);
  for (guint i = TL_VERDICT_SUPPORTS; i <= TL_VERDICT_CONTRADICTS; i++)
    add_chip (self, self->verdicts, i, tl_word_label (TL_TYPE_VERDICT, (int) i), counts.verdicts[i],
              (filter->verdicts & (1u << i)) != 0);
  add_chip (self, self->verdicts, TL_VERDICT_NONE, _("doesn’t say"), counts.verdicts[TL_VERDICT_NONE],
            (filter->verdicts & 1u) != 0);
  for (guint i = TL_SOURCE_CARE_RECORD; i <= TL_SOURCE_PARTNER_FEEDBACK; i++)
    add_chip (self, self->sources, i, tl_word_label (TL_TYPE_SOURCE, (int) i), counts.sources[i],
              (filter->sources & (G_GUINT64_CONSTANT (1) << i)) != 0);
}

/* ── Place and person ── */

static void
label_button (GtkMenuButton *button,
              const char    *what,
              const char    *name)
{
  g_autofree char *sentence = NULL;

  gtk_menu_button_set_label (button, *name != '\0' ? name : _("Any"));
  /* Translators: what is asked for, such as "Place", and which is chosen */
  sentence = g_strdup_printf (_("%1$s: %2$s"), what, *name != '\0' ? name : _("Any"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
choose (TlTimelineFilters *self,
        TlRowChoice       *choice,
        GtkMenuButton     *button,
        const char        *what,
        TlId              *id)
{
  gboolean any = tl_row_choice_get_kind (choice) != TL_ROW_CHOICE_ROW;
  g_autofree char *title = NULL;

  g_object_get (choice, "title", &title, NULL);
  *id = any ? (TlId) { 0 } : *tl_row_choice_get_id (choice);
  label_button (button, what, any || title == NULL ? "" : title);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
place_chosen_cb (TlTimelineFilters *self,
                 TlRowChoice       *choice)
{
  choose (self, choice, self->place_button, _("Place"), &self->filter.place);
}

static void
person_chosen_cb (TlTimelineFilters *self,
                  TlRowChoice       *choice)
{
  choose (self, choice, self->person_button, _("Person"), &self->filter.person);
}

static void
tl_timeline_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_TIMELINE_FILTERS);

  G_OBJECT_CLASS (tl_timeline_filters_parent_class)->dispose (object);
}

static void
tl_timeline_filters_class_init (TlTimelineFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_timeline_filters_dispose;

  /**
   * TlTimelineFilters::changed:
   *
   * Something else is to be shown.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_TIMELINE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/timeline-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, kinds);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, verdicts);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, sources);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, place_button);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, person_button);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineFilters, person_chooser);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
}

static void
tl_timeline_filters_init (TlTimelineFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_timeline_filters_show:
 * @self: the filters
 * @workbook: the workbook
 * @whole: everything that could be shown
 * @filter: what of it is
 *
 * Offers what there is.
 */
void
tl_timeline_filters_show (TlTimelineFilters      *self,
                          TlWorkbook             *workbook,
                          const TlTimelinePlan   *whole,
                          const TlTimelineFilter *filter)
{
  TlSnapshot *snapshot;
  g_autofree char *place = NULL, *person = NULL;

  g_return_if_fail (TL_IS_TIMELINE_FILTERS (self));
  g_return_if_fail (whole != NULL);

  snapshot = tl_assessment_get_snapshot (whole->assessment);
  self->filter = *filter;
  self->filling = TRUE;
  fill_chips (self, whole);
  self->filling = FALSE;
  place = tl_timeline_criterion_name (TL_TIMELINE_CRITERION_PLACE, filter, snapshot);
  person = tl_timeline_criterion_name (TL_TIMELINE_CRITERION_PERSON, filter, snapshot);
  label_button (self->place_button, _("Place"), place);
  label_button (self->person_button, _("Person"), person);
  tl_row_chooser_set_up (self->place_chooser, workbook, TL_TABLE_PLACE, TL_ROW_CHOOSER_NONE);
  tl_row_chooser_set_up (self->person_chooser, workbook, TL_TABLE_PERSON, TL_ROW_CHOOSER_NONE);
}

/**
 * tl_timeline_filters_get_filter:
 * @self: the filters
 *
 * Returns: what is to be shown
 */
TlTimelineFilter
tl_timeline_filters_get_filter (TlTimelineFilters *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_FILTERS (self), (TlTimelineFilter) { 0 });

  return self->filter;
}
