"""Writes the ledgers of this folder with other people's writers: openpyxl, XlsxWriter, xlwt, LibreOffice, and by hand.

python3 make.py (openpyxl 3.0.9, XlsxWriter 3.0.2, xlwt 1.3.0, LibreOffice 7.4 Calc). People and places of business are made up.
"""
import datetime
import os
import shutil
import subprocess

import openpyxl
import xlsxwriter
import xlwt

here = os.path.dirname(os.path.abspath(__file__))
at = lambda name: os.path.join(here, name)
title = "样例综治中心2024年矛盾纠纷台账"
upper = ["序号", "登记日期", "当事人", None, "联系电话", "纠纷类型", "来源", "所属街道", "简要案情", "涉及金额（元）", "办理情况", "办结日期", "处理结果", "承办人", "接待人", "备注"]
lower = [None, None, "甲方", "乙方"] + [None] * 12
day = datetime.date
rows = [
    [1, "24年3月7日", "张样（父）", "李样", "13800000001/13800000002", "邻里纠纷", "来访", "迎泽街道", "楼上漏水，泡坏了天花板", 3000, "已化解", "24.3.20", "达成协议，当场履行", "王老师", "老周", "原件在柜子里"],
    [2, "三月八日", "王样诉赵样", None, None, "债务", None, "迎泽街道", "借款三年没有还", "三至五万元", "部分化解", None, None, None, None, None],
    [3, day(2024, 3, 9), "东头村民小组", "样例第二小学", None, "土地", "网格员上报", "柳巷街道", "围墙占了集体的地", "伍万元", "调解不成，引导诉讼", "二〇二四年四月一日", None, "李娜", None, None],
    [4, "2024 年 3 月\n10 日", "孙样、周样", "老王面馆", None, "消费纠纷", "12345", "柳巷街道", "吃坏肚子要求赔偿", 800.5, "化解不成功", "2024/3/30", None, None, None, None],
    [5, 45362, "吴样", "郑样", None, "物业", "来电", "柳巷街道", "物业费涨价没有公示", None, "正在调解", None, None, None, None, None],
    [6, "20240312", "冯样", "陈样", None, "邻里", None, "柳巷街道", "楼道堆放杂物挡了路", None, None, "2024-03-20", None, None, None, None],
    ["合计", None, "6件", None, None, None, None, None, None, 53800.5, None, None, None, None, None, None],
]


def plain(cell):
    return "" if cell is None else cell.isoformat() if isinstance(cell, day) else str(cell)


def with_openpyxl():
    book = openpyxl.Workbook()
    page = book.active
    page.title = "2024年"
    page.append([title])
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=16)
    page.append(upper)
    page.append(lower)
    page.merge_cells("C2:D2")
    for row in rows:
        page.append(row)
    # The serial number is a formula, which openpyxl writes without a result; nobody maps that column.
    for number in range(4, 10):
        page.cell(number, 1, "=ROW()-3")
    page["H5"] = None
    page.merge_cells("H4:H5")
    page.row_dimensions[7].hidden = True
    other = book.create_sheet("2023年")
    other.append(["样例综治中心2023年矛盾纠纷台账"])
    other.append([one for one in upper if one])
    other.append([1, "2023-01-05", "旧样", None, "邻里", "来访", "迎泽街道", "前年的一件事"])
    book.save(at("openpyxl.xlsx"))


def with_xlsxwriter():
    # constant_memory: texts stand inside the cells, as big exports of other systems have them.
    book = xlsxwriter.Workbook(at("xlsxwriter.xlsx"), {"constant_memory": True})
    page = book.add_worksheet("2024年")
    dated = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    for number, row in enumerate([[title], upper, lower] + rows):
        for column, cell in enumerate(row):
            if isinstance(cell, day):
                page.write_datetime(number, column, datetime.datetime.combine(cell, datetime.time()), dated)
            elif cell is not None:
                page.write(number, column, cell)
    book.close()


def with_xlwt():
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("2024年")
    for number, row in enumerate([[title], upper, lower] + rows):
        for column, cell in enumerate(row):
            if cell is not None:
                page.write(number, column, plain(cell) if isinstance(cell, day) else cell)
    book.save(at("xlwt.xls"))


def with_libreoffice():
    def convert(to, name):
        subprocess.run(["soffice", "--headless", "--convert-to", to, "--outdir", "/tmp/ledgers", at("openpyxl.xlsx")], check=True)
        shutil.move("/tmp/ledgers/openpyxl." + to.split(":")[0], at(name))

    convert("xlsx", "calc.xlsx")
    convert("ods", "calc.ods")
    convert("xls", "calc.xls")


def by_hand():
    def lines(mark):
        quoted = lambda text: '"' + text.replace('"', '""') + '"' if mark in text or "\n" in text else text
        return "\r\n".join(mark.join(quoted(plain(cell)) for cell in row) for row in [[title], upper, lower] + rows) + "\r\n"

    with open(at("semicolons-gbk.csv"), "wb") as file:
        file.write(lines(";").encode("gb18030"))
    with open(at("unicode-text.txt"), "wb") as file:
        file.write(b"\xff\xfe" + lines("\t").encode("utf-16-le"))
    cells = "".join("<tr>" + "".join("<td>%s</td>" % plain(cell) for cell in row) + "</tr>" for row in [upper] + rows)
    with open(at("exported-page.xls"), "w", encoding="utf-8") as file:
        file.write("<html><head><meta charset='utf-8'></head><body><table>%s</table></body></html>" % cells)


with_openpyxl()
with_xlsxwriter()
with_xlwt()
with_libreoffice()
by_hand()
