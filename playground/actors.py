"""Who is in the play, and what they call what they hand around."""

from playground.actor import Actor

COORDINATOR = "coordinator"
ROUND = "round"
FACILITATOR = "facilitator"

TUESDAY, THURSDAY = 1, 3

ANNELIES, ELLEN = Actor("Annelies"), Actor("Ellen")
MARIJKE, JEROEN, FATIMA, KOEN = Actor("Marijke"), Actor("Jeroen"), Actor("Fatima"), Actor("Koen")
SANNE, PIETER_JAN, AYSE, WILLEM = Actor("Sanne"), Actor("Pieter-Jan"), Actor("Ayşe"), Actor("Willem")
EIGHT = (MARIJKE, JEROEN, FATIMA, KOEN, SANNE, PIETER_JAN, AYSE, WILLEM)
