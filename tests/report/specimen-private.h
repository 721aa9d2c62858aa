/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "specimen-sheet.h"

/* Drawings that fill a sheet line by line, from the side where reading begins. */

typedef struct
{
  cairo_t *cr;
  const TlInk *ink;
  gboolean mirrored;
  double x;
  double y;
  double row;
} Specimen;

typedef void (*SpecimenFunc) (Specimen     *self,
                              double        width,
                              double        height,
                              gconstpointer data);

void specimen_begin      (Specimen     *self,
                          const char   *heading);
void specimen_add        (Specimen     *self,
                          const char   *caption,
                          double        width,
                          double        height,
                          SpecimenFunc  draw,
                          gconstpointer data);

void specimen_add_marks    (Specimen     *self);
void specimen_add_charts   (Specimen     *self);
void specimen_add_places   (Specimen     *self);
void specimen_add_timeline (Specimen     *self);
