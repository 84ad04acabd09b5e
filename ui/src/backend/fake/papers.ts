/** Page pictures without a renderer: ruled paper, drawn on a canvas where there is one. */
import type { PagePicture, PaperPreview } from "../contract";

const ONE_WHITE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

function draw(lines: string[]): PagePicture {
  const [width, height] = [794, 1123];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = /jsdom/i.test(navigator.userAgent) ? null : canvas.getContext("2d");
  if (!pen) return { width, height, png: ONE_WHITE_PIXEL };
  pen.fillStyle = "white";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "black";
  lines.forEach((line, i) => {
    pen.font = i === 0 ? "bold 26px sans-serif" : "19px sans-serif";
    pen.fillText(line, 70, 96 + i * 34);
  });
  return { width, height, png: canvas.toDataURL("image/png").split(",")[1] ?? ONE_WHITE_PIXEL };
}

export function paper(title: string, lines: string[], copyLabel = ""): PaperPreview {
  const perPage = 28;
  const pages: PagePicture[] = [];
  for (let i = 0; i < Math.max(1, lines.length); i += perPage) pages.push(draw([title, "", ...lines.slice(i, i + perPage)]));
  return { pages, title, text: [title, ...lines].join("\n"), copyLabel };
}
