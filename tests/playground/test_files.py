import struct

import pytest

from playground.errors import ApiError
from playground.files import photo_size
from playground.pictures import FLAT_PHOTO, PHOTO_SIZE, SILENT_VOICE, flat_png
from playground.shapes import JsonObject
from tests.playground.conftest import JEROEN, MARIJKE, TOKEN, Playground

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 200, 320) + b"\x03" * 20


async def send_file(playground: Playground, method: str, name: str, content: bytes, **fields: object) -> JsonObject:
    kind = "photo" if method == "sendPhoto" else "document"
    return await playground.call(
        method, data={"chat_id": MARIJKE, **fields}, files={kind: (name, content, "application/pdf")}
    )


async def shown_file(playground: Playground) -> JsonObject:
    file: JsonObject = (await playground.sees(MARIJKE))["messages"][-1]["file"]
    return file


async def test_a_document_arrives_as_it_was_sent(started: Playground) -> None:
    await send_file(
        started, "sendDocument", "kosten.pdf", b"%PDF-1.7 inhoud", caption="<b>Kosten</b>", parse_mode="HTML"
    )

    message = (await started.sees(MARIJKE))["messages"][-1]
    file = message["file"]
    content = await started.http.get(file["url"])
    assert (message["kind"], message["text"]) == ("document", "Kosten")
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 6}]
    assert (file["name"], file["mime_type"], file["size"]) == ("kosten.pdf", "application/pdf", 15)
    assert (content.content, content.headers["content-type"]) == (b"%PDF-1.7 inhoud", "application/pdf")


async def test_a_photo_arrives_with_its_size(started: Playground) -> None:
    answer = await send_file(started, "sendPhoto", "qr.png", FLAT_PHOTO)

    photo = answer["result"]["photo"][-1]
    assert (photo["width"], photo["height"]) == PHOTO_SIZE
    file = await shown_file(started)
    assert (file["width"], file["height"]) == PHOTO_SIZE


async def test_a_file_can_be_attached_by_name(started: Playground) -> None:
    answer = await started.call(
        "sendDocument",
        data={"chat_id": MARIJKE, "document": "attach://bijlage"},
        files={"bijlage": ("a.ics", b"BEGIN:VCALENDAR", "text/calendar")},
    )

    assert answer["result"]["document"]["file_name"] == "a.ics"


async def test_a_file_is_sent_again_by_its_id_and_fetched_by_the_bot(started: Playground) -> None:
    sent = await send_file(started, "sendDocument", "a.pdf", b"inhoud")
    file_id = sent["result"]["document"]["file_id"]

    again = await started.result("sendDocument", chat_id=MARIJKE, document=file_id)
    path = (await started.result("getFile", file_id=file_id))["file_path"]
    fetched = await started.http.get(f"/file/bot{TOKEN}/{path}")

    assert again["document"] == sent["result"]["document"]
    assert fetched.content == b"inhoud"


async def test_a_file_is_fetched_with_the_token_only(started: Playground) -> None:
    sent = await send_file(started, "sendDocument", "a.pdf", b"inhoud")
    path = (await started.result("getFile", file_id=sent["result"]["document"]["file_id"]))["file_path"]

    wrong_token = await started.http.get(f"/file/bot1:wrong/{path}")
    outside = await started.http.get(f"/file/bot{TOKEN}/documents/../../playground.sqlite3")

    assert (wrong_token.status_code, outside.status_code) == (401, 404)


async def test_a_photo_of_a_person_can_be_fetched_by_the_bot(started: Playground) -> None:
    await started.did(MARIJKE, "photo", caption="kijk")
    photo = (await started.updates())[-1]["message"]["photo"][-1]

    path = (await started.result("getFile", file_id=photo["file_id"]))["file_path"]

    assert (await started.http.get(f"/file/bot{TOKEN}/{path}")).content == FLAT_PHOTO


async def test_a_person_can_upload_a_file_of_their_own(started: Playground) -> None:
    answer = await started.http.post(
        f"/people/{MARIJKE}/chats/{MARIJKE}/document",
        data={"caption": "mijn cv"},
        files={"file": ("cv.txt", b"ervaring", "text/plain")},
    )

    message = (await started.updates())[-1]["message"]
    assert answer.json()["file"]["name"] == "cv.txt"
    assert (message["document"]["file_size"], message["caption"]) == (8, "mijn cv")


async def test_what_is_no_picture_cannot_be_sent_as_one(started: Playground) -> None:
    of_the_bot = await send_file(started, "sendPhoto", "a.png", b"geen plaatje")
    of_a_person = await started.http.post(
        f"/people/{MARIJKE}/chats/{MARIJKE}/photo", files={"file": ("a.png", b"geen plaatje", "image/png")}
    )

    assert of_the_bot["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert of_a_person.status_code == 400


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"document": "zomaar"}, "Bad Request: wrong file identifier/HTTP URL specified"),
        (
            {"document": "https://x.nl/a.pdf"},
            "Bad Request: wrong file identifier/HTTP URL specified (the playground fetches nothing from the internet)",
        ),
        ({"document": "attach://weg"}, 'Bad Request: file "weg" is not in the request'),
        ({}, "Bad Request: there is no document in the request"),
    ],
)
async def test_a_file_that_is_not_there_is_refused(started: Playground, fields: JsonObject, description: str) -> None:
    assert await started.refusal("sendDocument", chat_id=MARIJKE, **fields) == description


async def test_an_empty_file_and_a_long_caption_are_refused(started: Playground) -> None:
    empty = await send_file(started, "sendDocument", "a.pdf", b"")
    long_caption = await send_file(started, "sendDocument", "a.pdf", b"x", caption="x" * 1025)
    fits = await send_file(started, "sendDocument", "a.pdf", b"x", caption="x" * 1024)

    assert empty["description"] == "Bad Request: file must be non-empty"
    assert long_caption["description"] == "Bad Request: message caption is too long"
    assert fits["ok"]


async def test_a_photo_is_no_document(started: Playground) -> None:
    sent = await send_file(started, "sendPhoto", "qr.png", FLAT_PHOTO)

    refusal = await started.refusal("sendDocument", chat_id=MARIJKE, document=sent["result"]["photo"][0]["file_id"])

    assert refusal == "Bad Request: can't use file of type Photo as Document"


async def test_what_is_protected_can_be_viewed_but_not_saved_or_forwarded(started: Playground) -> None:
    sent = await send_file(started, "sendDocument", "casus.pdf", b"geheim", protect_content="true")
    url = (await shown_file(started))["url"]

    viewed = await started.http.get(url)
    saved = await started.http.get(f"{url}?save=1")
    forwarded = await started.does(MARIJKE, "forwards", message_id=sent["result"]["message_id"])

    assert sent["result"]["has_protected_content"] is True
    assert (await started.sees(MARIJKE))["messages"][-1]["protected"] is True
    assert (viewed.status_code, saved.status_code, forwarded.status_code) == (200, 403, 403)


async def test_what_is_not_protected_can_be_saved_and_forwarded(started: Playground) -> None:
    sent = await send_file(started, "sendDocument", "agenda.ics", b"open")
    url = (await shown_file(started))["url"]

    saved = await started.http.get(f"{url}?save=1")
    forwarded = await started.does(MARIJKE, "forwards", message_id=sent["result"]["message_id"])

    assert (saved.status_code, forwarded.status_code) == (200, 200)
    assert (await started.updates())[-1]["message"]["forward_origin"]["sender_user"]["is_bot"] is True


async def test_a_document_with_scripts_in_it_cannot_act_as_the_page(started: Playground) -> None:
    await started.call(
        "sendDocument", data={"chat_id": MARIJKE}, files={"document": ("é.html", b"<script>", "text/html")}
    )
    url = (await shown_file(started))["url"]

    viewed = (await started.http.get(url)).headers
    saved = (await started.http.get(f"{url}?save=1")).headers

    assert viewed["content-security-policy"] == "sandbox"
    assert viewed["content-disposition"] == "inline; filename*=UTF-8''%C3%A9.html"
    assert saved["content-disposition"].startswith("attachment;")


async def test_nobody_sees_a_file_of_somebody_elses_chat(started: Playground) -> None:
    sent = await send_file(started, "sendDocument", "a.pdf", b"x")
    file_id = sent["result"]["document"]["file_id"]

    assert (await started.http.get(f"/people/{JEROEN}/files/{file_id}")).status_code == 404


@pytest.mark.parametrize(
    ("content", "size"),
    [(FLAT_PHOTO, PHOTO_SIZE), (JPEG, (320, 200)), (b"GIF89a\x40\x01\xc8\x00", (320, 200))],
)
def test_the_size_of_a_picture_is_read_from_its_bytes(content: bytes, size: tuple[int, int]) -> None:
    assert photo_size(content) == size


@pytest.mark.parametrize("size", [(9000, 1001), (2100, 100), (1, 21)])
def test_a_picture_that_telegram_finds_too_large_or_too_long_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ApiError, match="PHOTO_INVALID_DIMENSIONS"):
        photo_size(flat_png(size, (0, 0, 0))[:64])


def test_the_voice_message_is_an_ogg_with_opus_in_it() -> None:
    assert SILENT_VOICE.startswith(b"OggS")
    assert b"OpusHead" in SILENT_VOICE
    assert SILENT_VOICE.count(b"OggS") == 3
