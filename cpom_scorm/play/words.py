"""What buttons and links are called in courses, so that a learner can be played in several languages."""

from __future__ import annotations

import re
from typing import Literal

Meaning = Literal["leave", "back", "finish", "submit", "begin", "next", "other"]

_WORDS: dict[Meaning, str] = {
    "leave": """
        skip to, exit, quit, close, leave, log out, logout, sign out, print, download, share, reset, restart,
        start over, retake, retry, try again, delete, full screen, fullscreen, mute, help, glossary, settings,
        beenden, schließen, verlassen, drucken, neu starten, wiederholen, hilfe,
        quitter, fermer, imprimer, recommencer, réessayer, aide,
        salir, cerrar, imprimir, reiniciar, reintentar, ayuda, esci, chiudi, stampa, ricomincia, aiuto,
        sair, fechar, afsluiten, sluiten, opnieuw, avsluta, stäng, zamknij, wyjdź,
        выход, закрыть, печать, 終了, 閉じる, 退出, 关闭, 닫기, 종료, خروج, إغلاق""",
    "back": """
        back, previous, prev, return, zurück, vorherige, précédent, retour, anterior, atrás, volver,
        indietro, precedente, voltar, vorige, terug, föregående, tillbaka, forrige, tilbage, tilbake,
        edellinen, wstecz, poprzedni, zpět, předchozí, назад, предыдущ, önceki, geri,
        前へ, 戻る, 上一, 返回, 이전, السابق, הקודם, «, ‹, <, ←""",
    "finish": """
        finish, complete, abschließen, terminer, finalizar, fine, concluir, bitir, 完成, 完了""",
    "submit": """
        submit, check, confirm, done, answer, send, ok, okay, save, grade, score,
        prüfen, bestätigen, senden, abgeben, absenden, fertig, auswerten,
        valider, vérifier, envoyer, soumettre, enviar, comprobar, confirmar, responder,
        verificar, invia, verifica, conferma, controleer, verzenden, bevestig,
        klaar, skicka, kontrollera, klar, send inn, sjekk, tarkista, lähetä, wyślij, sprawdź, odeslat,
        zkontrolovat, отправить, проверить, готово, gönder, kontrol,
        送信, 確認, 回答, 解答, 提交, 检查, 确定,
        제출, 확인, 완료, إرسال, تحقق, تأكيد, שלח, בדוק""",
    "begin": """
        start, begin, launch, resume, enter, let's go, los, beginnen, starten, anfangen, fortsetzen,
        commencer, démarrer, reprendre, comenzar, empezar, iniciar, inizia, avvia, riprendi, começar,
        börja, begynn, aloita, rozpocznij, začít, начать, продолжить, başla,
        開始, スタート, 始める, 开始, 시작, ابدأ, ابدا, התחל,
        yes, ja, oui, sí, sì, sim, да, はい, 是, 예, نعم, כן""",
    "next": """
        next, continue, forward, proceed, go on, weiter, nächste, suivant, continuer, siguiente, continuar,
        adelante, avanti, successiv, continua, prosegui, próxim, seguinte, avançar, volgende, verder,
        doorgaan,
        nästa, fortsätt, vidare, næste, neste, fortsæt, fortsett, seuraava, jatka, dalej, następn,
        kontynuuj, další, pokračovat, далее, следующ, вперед, sonraki,
        devam, ileri,
        次へ, 進む, 続ける, 下一, 继续, 다음, 계속, التالي, متابعة, הבא, המשך, », ›, >, →""",
}
_SHORT = 4
"""Letters. Longer words may begin others, such as `beginning`; of shorter ones `yesterday` would come."""
_LONGEST = 40
"""Characters. Longer names are sentences, and their words mean something else."""


_WHOLE = r"(?!\w)"
_NOT_DONE = r"(?!e?d(?!\w))"
"""What is called "answered" or "completed" tells of something that is done."""


def _is_short(word: str) -> bool:
    return len(word) <= _SHORT and word < "\u0600" and word.isalpha()


def _pattern(words: str) -> re.Pattern[str]:
    listed = [" ".join(word.split()) for word in words.split(",")]
    parts = [re.escape(word) + (_WHOLE if _is_short(word) else _NOT_DONE) for word in listed]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)


_MEANINGS = {meaning: _pattern(words) for meaning, words in _WORDS.items()}


def meaning_of(name: str, rel: str = "") -> Meaning:
    """Say what pressing something of this name does, as far as its words tell."""
    if "next" in rel.split():
        return "next"
    if "prev" in rel.split():
        return "back"
    if len(name) > _LONGEST:
        # "Continue: Show what holds the five domains together" still leads on.
        return "next" if _MEANINGS["next"].match(name) else "other"
    # "Start over" begins nothing, and "Submit and continue" submits: the order of the table decides.
    return next((meaning for meaning, pattern in _MEANINGS.items() if pattern.search(name)), "other")
