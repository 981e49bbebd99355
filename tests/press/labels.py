"""What the papers' pages say around an article, by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of a paper's furniture."""

    by: str
    photo: str
    caption: str
    updated: str
    read_also: str
    tags: str
    related: str
    latest: str
    live: str
    newsletter: str
    subscribe: str
    sign_in: str
    paywall: str
    paywall_text: str
    gone: str
    gone_text: str
    rights: str
    imprint: str
    privacy: str
    contact: str
    months: tuple[str, ...]
    date: str = "{day} {month} {year}"

    def day(self, at: datetime) -> str:
        """A date in words."""
        return self.date.format(day=at.day, month=self.months[at.month - 1], year=at.year)


LABELS: Final[Mapping[str, Labels]] = {
    "en": Labels(
        by="By",
        photo="Photo",
        caption="{} on a quiet morning.",
        updated="Updated",
        read_also="Read also",
        tags="Tags",
        related="More on this",
        latest="Latest news",
        live="Live",
        newsletter="Get the morning edition in your inbox",
        subscribe="Subscribe",
        sign_in="Sign in",
        paywall="Continue reading with a subscription",
        paywall_text="You have reached the end of the free preview. Subscribe to read the full article.",
        gone="Page not found",
        gone_text="The page you asked for does not exist or has been removed.",
        rights="All rights reserved.",
        imprint="Imprint",
        privacy="Privacy",
        contact="Contact",
        months=tuple("January February March April May June July August September October November December".split()),
    ),
    "de": Labels(
        by="Von",
        photo="Foto",
        caption="{} an einem ruhigen Morgen.",
        updated="Aktualisiert",
        read_also="Lesen Sie auch",
        tags="Schlagwörter",
        related="Mehr zum Thema",
        latest="Neueste Nachrichten",
        live="Liveticker",
        newsletter="Die Morgenausgabe in Ihrem Postfach",
        subscribe="Abonnieren",
        sign_in="Anmelden",
        paywall="Weiterlesen mit einem Abo",
        paywall_text="Sie haben das Ende der Vorschau erreicht. Abonnieren Sie, um den ganzen Artikel zu lesen.",
        gone="Seite nicht gefunden",
        gone_text="Die angeforderte Seite gibt es nicht oder nicht mehr.",
        rights="Alle Rechte vorbehalten.",
        imprint="Impressum",
        privacy="Datenschutz",
        contact="Kontakt",
        months=tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
        date="{day}. {month} {year}",
    ),
    "fr": Labels(
        by="Par",
        photo="Photo",
        caption="{}, un matin calme.",
        updated="Mis à jour",
        read_also="À lire aussi",
        tags="Mots-clés",
        related="Sur le même sujet",
        latest="Dernières nouvelles",
        live="En direct",
        newsletter="Recevez l'édition du matin par courriel",
        subscribe="S'abonner",
        sign_in="Se connecter",
        paywall="La suite est réservée aux abonnés",
        paywall_text="Vous avez lu l'extrait gratuit. Abonnez-vous pour lire l'article en entier.",
        gone="Page introuvable",
        gone_text="La page demandée n'existe pas ou n'existe plus.",
        rights="Tous droits réservés.",
        imprint="Mentions légales",
        privacy="Confidentialité",
        contact="Contact",
        months=tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    ),
}
