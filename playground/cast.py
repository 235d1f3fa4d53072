"""The ten who are there when a playground begins: a coordinator, a facilitator and eight aldermen."""

from playground.state import Person

_ROWS = (
    (518204711, "Annelies", "Bakker", "annelies_bakker", "+31612345001", "coordinator", "Den Haag"),
    (1204467193, "Ellen", "Vos", "ellenvos", "+31612345002", "facilitator", None),
    (6390175248, "Marijke", "de Groot", None, "+31612345003", "alderman", "'s-Hertogenbosch"),
    (734928105, "Jeroen", "Visser", "jvisser033", "+31612345004", "alderman", "Amersfoort"),
    (5817730462, "Fatima", "El Amrani", "fatima_elamrani", "+31612345005", "alderman", "Almere"),
    (92841376, "Koen", "Hoekstra", None, "+31612345006", "alderman", "Súdwest-Fryslân"),
    (1987025531, "Sanne", "Willems", "sannewillems", "+31612345007", "alderman", "Venlo"),
    (8206413, "Pieter-Jan", "van den Berg", None, "+31612345008", "alderman", "Bergen (NH.)"),
    (6674409218, "Ayşe", "Yılmaz", "ayse_yilmaz", "+31612345009", "alderman", "Enschede"),
    (402915867, "Willem", "Dekker", None, "+31612345010", "alderman", "Goes"),
)


def the_cast() -> list[Person]:
    return [
        Person(
            id=number,
            first_name=first_name,
            last_name=last_name,
            username=username,
            phone_number=phone_number,
            part=part,
            municipality=municipality,
        )
        for number, first_name, last_name, username, phone_number, part, municipality in _ROWS
    ]
