"""A receipt of two halves by ReportLab: the yardstick for our own. Prints the milliseconds of each page."""

import io
import pathlib
import time

from reportlab.graphics.barcode import qr
from reportlab.graphics.shapes import Drawing
from reportlab.graphics import renderPDF
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONTS = pathlib.Path(__file__).resolve().parents[3] / "crates/desk/src/paper/fonts"
LEFT = ["1. Pelapor", "Melati Contohwati · NIK 9906********0001", "Jalan Andaikan Nomor 7, RT 03/RW 02",
        "2. Pelayanan yang tidak sesuai dengan standar pelayanan",
        "Nomor antrean saya 12, tetapi sampai pukul 11.45 belum dipanggil, sedangkan orang yang",
        "datang kemudian sudah dilayani. Layanan: Pendaftaran.", "3. Tempat dan waktu penerimaan",
        "Loket Pengaduan, Jumat, 20 November 2026, pukul 09.15 WIB", "Lampiran: tidak ada"]
RIGHT = ["Janji kami", "Paling lambat Jumat, 4 Desember 2026, kami memberi tahu apakah", "berkas sudah lengkap.",
         "Hak Bapak/Ibu", "dilayani tanpa biaya: Pasal 48 ayat (1);", "meminta identitas dirahasiakan;",
         "didengar terpisah dari pihak yang diadukan;", "meminta dokumen pendukung;", "mengajukan ganti rugi; dan",
         "mengadu kepada Ombudsman RI (telepon 137)."]


def page():
    pdfmetrics.registerFont(TTFont("Sans", FONTS / "LiberationSans-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("SansBold", FONTS / "LiberationSans-Bold.ttf"))
    paper = canvas.Canvas(io.BytesIO(), pagesize=A4)
    for top in (297, 148.5):
        paper.setFont("SansBold", 13)
        paper.drawString(20 * mm, (top - 30) * mm, "TANDA TERIMA PENGADUAN")
        code = Drawing(22 * mm, 22 * mm)
        code.add(qr.QrCodeWidget("LA1:C0NT0H42T", barWidth=22 * mm, barHeight=22 * mm, barLevel="Q"))
        renderPDF.draw(code, paper, 177 * mm, (top - 32) * mm)
        paper.setFont("Sans", 8.5)
        for lines, x in ((LEFT, 20), (RIGHT, 126)):
            for at, line in enumerate(lines):
                paper.drawString(x * mm, (top - 42 - 3.75 * at) * mm, line)
        paper.line(20 * mm, (top - 113) * mm, 120 * mm, (top - 113) * mm)
    paper.showPage()
    paper.save()


page()
for _ in range(30):
    began = time.perf_counter()
    page()
    print((time.perf_counter() - began) * 1000)
