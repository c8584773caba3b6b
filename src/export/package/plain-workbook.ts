/** A sheet of plain rows; the first is the header. */
export type PlainSheet = { name: string; rows: ReadonlyArray<ReadonlyArray<string | number | null>> };

/** Sheets of text and numbers as .xlsx. The library is loaded only here, because it is large. */
export async function plainWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    for (const row of rows) sheet.addRow([...row]);
    sheet.getRow(1).font = { bold: true };
    const columns = Math.max(1, ...rows.map((row) => row.length));
    for (let n = 1; n <= columns; n += 1) {
      const longest = Math.max(4, ...rows.map((row) => String(row[n - 1] ?? "").length));
      sheet.getColumn(n).width = Math.min(60, longest * 2);
      sheet.getColumn(n).alignment = { wrapText: true, vertical: "top" };
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
