/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-remedy.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (TlRemedy, tl_remedy,
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_WRITE_ISSUE, N_("Write What Was Wrong")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_RATE, N_("Rate the Risk")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_WRITE_ROOT_CAUSE, N_("Write the Root Cause")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_WRITE_CONTROL, N_("Write the Immediate Control")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_WRITE_CORRECTIVE, N_("Write the Corrective Action")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SAY_ORIGIN, N_("Say Where It Was Found")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_GIVE_REFERENCE, N_("Give the Reference")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_COMPLETE_PLAN, N_("Complete the Plan")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_NAME_OWNER, N_("Name an Accountable Owner")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_HAND_OVER, N_("Hand the Risk Over")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_NAME_SUPPORT, N_("Name a Supporting Role")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_EXPECT_EVIDENCE, N_("Expect Evidence")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SET_REVIEW, N_("Set a Review")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_WRITE_OUTCOME, N_("Write the Intended Outcome")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_ADD_MEASURE, N_("Add a Measure")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SET_TARGET, N_("Set a Target")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SET_TARGET_DATE, N_("Set a Target Date")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_ADD_BASELINE, N_("Add a Baseline")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SET_HOLDING, N_("Say How Long It Must Hold")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_ADD_ACTION, N_("Add an Action")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_UPDATE_ACTION, N_("Update the Action")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SET_DUE, N_("Set a Due Date")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SAY_WHO, N_("Say Who Does It")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_RECORD_OUTCOME, N_("Record an Outcome")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_RECORD_VOICE, N_("Record What People Say")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_RECORD_EVIDENCE, N_("Record Evidence")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_LINK_EVIDENCE, N_("Link the Evidence")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_RECORD_READINGS, N_("Record Readings")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_RECORD_CAUSE, N_("Record the Cause")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_ADD_SUPPORT, N_("Add a Support Action")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_SHARE_LEARNING, N_("Record Who Took It Up")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_LINK_RISKS, N_("Link the Risks")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_ANSWER_CHALLENGE, N_("Answer the Challenge")),
                    G_DEFINE_ENUM_VALUE (TL_REMEDY_START_REVIEW, N_("Start a Review")))
