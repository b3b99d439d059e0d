"""The look: one accent colour, white paper on quiet grey, light and dark as the system is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from povertydesk import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SMALLEST_TEXT_POINTS = 10
STYLE_ARGUMENTS = ("-style", "Fusion")
"""How an application is asked for the one style this look is made for. Naming it at the start costs nothing;
`setStyle` would load everything Python knows of styles before the first paint."""


class Theme(NamedTuple):
    """The colours of the screens by what they are for."""

    window: str
    paper: str
    line: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_soft: str
    hover: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    desk: str
    chevrons: str

    @classmethod
    def fitting(cls, palette: QPalette) -> Theme:
        """Choose light or dark by the system's own window colour."""
        return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


LIGHT = Theme(
    window="#f4f5f7",
    paper="#ffffff",
    line="#d5dade",
    text="#1d252c",
    muted="#5d6973",
    accent="#1f6f5c",
    accent_text="#ffffff",
    accent_soft="#e4f0ec",
    hover="#eceff1",
    warning="#8a4b00",
    warning_soft="#fff6e8",
    error="#b3261e",
    error_soft="#fdeceb",
    desk="#e4e8ea",
    chevrons="light",
)
DARK = Theme(
    window="#1b1e21",
    paper="#24282c",
    line="#3d444b",
    text="#e7eaec",
    muted="#a3adb5",
    accent="#56b89f",
    accent_text="#0c1f1a",
    accent_soft="#203a34",
    hover="#2e3338",
    warning="#f0b35e",
    warning_soft="#3a2f1d",
    error="#ff8a80",
    error_soft="#3f2523",
    desk="#15181a",
    chevrons="dark",
)


def present_theme() -> Theme:
    """Return the theme the application wears; a style sheet may leave a single widget with other colours."""
    return Theme.fitting(QGuiApplication.palette())


def apply_theme(application: QApplication) -> Theme:
    """Dress the application and return the theme that was chosen."""
    theme = Theme.fitting(application.palette())
    font = application.font()
    if font.pointSizeF() < SMALLEST_TEXT_POINTS:
        application.setFont(QFont(font.family(), SMALLEST_TEXT_POINTS))
    application.setPalette(_palette(theme))
    application.setStyleSheet(_style_sheet(theme))
    return theme


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.paper), QColor(theme.window))
    for target, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.window),
        (role.Text, theme.text),
        (role.Button, theme.paper),
        (role.ButtonText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.ToolTipBase, theme.paper),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Mid, theme.line),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.muted))
    return palette


def _style_sheet(theme: Theme) -> str:
    down = paths.resources("icons", f"chevron-down-{theme.chevrons}.png").as_posix()
    up = paths.resources("icons", f"chevron-up-{theme.chevrons}.png").as_posix()
    return f"""
#topBar, #statusLine, #rail {{ background: {theme.paper}; }}
#topBar {{ border-bottom: 1px solid {theme.line}; }}
#statusLine {{ border-top: 1px solid {theme.line}; }}
#statusLine QLabel {{ color: {theme.muted}; }}
#rail {{ border-right: 1px solid {theme.line}; }}
#rail QToolButton {{ border: 0; border-radius: 4px; padding: 8px 10px; text-align: left; color: {theme.text}; }}
#rail QToolButton:hover {{ background: {theme.hover}; }}
#rail QToolButton:checked {{ background: {theme.accent_soft}; color: {theme.accent}; font-weight: 600; }}
#rail QToolButton:focus {{ outline: 0; border: 1px solid {theme.accent}; padding: 7px 9px; }}
#rail QToolButton[waits="icon"] {{ padding-left: 34px; min-height: 20px; }}
#topBar QToolButton[waits="icon"] {{ min-width: 20px; min-height: 20px; }}
QToolButton[role="office"] {{
    border: 1px solid transparent; border-radius: 4px; padding: 5px 24px 5px 0; font-weight: 600;
    text-align: left; color: {theme.text}; }}
QToolButton[role="office"]:hover {{ background: {theme.hover}; }}
QToolButton[role="office"]:focus {{ border-color: {theme.accent}; }}
QToolButton[role="office"]::menu-indicator {{
    image: url("{down}"); width: 14px; height: 14px; subcontrol-origin: padding; subcontrol-position: right center;
    right: 6px; }}
QLabel[role="title"] {{ font-size: 15pt; font-weight: 600; color: {theme.text}; }}
QLabel[role="section"] {{ font-weight: 600; color: {theme.text}; }}
QLabel[role="muted"] {{ color: {theme.muted}; }}
QLabel[role="fault"] {{ color: {theme.error}; }}
QLabel[role="doubt"] {{ color: {theme.warning}; }}
QFrame[role="card"] {{ background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 4px; }}
QFrame[role="notice"][level="note"] {{
    background: {theme.accent_soft}; border: 0; border-left: 3px solid {theme.accent}; }}
QFrame[role="notice"][level="warning"] {{
    background: {theme.warning_soft}; border: 0; border-left: 3px solid {theme.warning}; }}
QFrame[role="notice"][level="error"] {{
    background: {theme.error_soft}; border: 0; border-left: 3px solid {theme.error}; }}
QPushButton {{ background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 4px; padding: 6px 14px; }}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:focus {{ border: 1px solid {theme.accent}; }}
QPushButton:disabled {{ color: {theme.muted}; background: {theme.window}; }}
QPushButton:checked {{ background: {theme.accent_soft}; color: {theme.accent}; border-color: {theme.accent}; }}
QPushButton[role="primary"] {{
    background: {theme.accent}; color: {theme.accent_text}; border-color: {theme.accent}; font-weight: 600; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {theme.text}; padding: 5px 13px; }}
QPushButton[role="primary"]:disabled {{ background: {theme.line}; color: {theme.muted}; border-color: {theme.line}; }}
QPushButton[role="part"] {{ padding: 5px 10px; }}
QPushButton[role="part"]:checked {{
    background: {theme.accent_soft}; border-color: {theme.accent}; color: {theme.accent}; }}
QPushButton[role="link"] {{
    border: 0; background: transparent; color: {theme.accent}; padding: 2px 4px; text-align: left; }}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{ text-decoration: underline; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
    background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 4px; padding: 4px 6px;
    selection-background-color: {theme.accent}; selection-color: {theme.accent_text}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 1px solid {theme.accent}; }}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] {{
    background: {theme.error_soft}; border: 1px solid {theme.error}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {theme.window}; color: {theme.muted}; }}
QComboBox {{ padding: 4px 8px; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{
    background: {theme.paper}; color: {theme.text}; border: 1px solid {theme.line};
    selection-background-color: {theme.accent}; selection-color: {theme.accent_text}; outline: 0; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; background: transparent; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
QListWidget, QTreeWidget {{
    background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 4px; padding: 4px; outline: 0; }}
QSpinBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QListWidget::item {{ padding: 4px 6px; }}
QTreeWidget::item {{ padding: 3px 4px; }}
QTreeWidget QHeaderView::section {{
    background: {theme.window}; color: {theme.muted}; border: 0; border-bottom: 1px solid {theme.line};
    padding: 4px 4px; }}
QListWidget::item:selected, QTreeWidget::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QTableView[role="list"] {{
    background: {theme.paper}; alternate-background-color: {theme.window}; border: 1px solid {theme.line};
    selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; outline: 0; }}
QTableView[role="list"]:focus {{ border: 1px solid {theme.accent}; }}
QTableView[role="list"]::item {{ padding: 0 8px; border-bottom: 1px solid {theme.hover}; }}
QTableView[role="list"]::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QTableView[role="list"] QHeaderView {{ background: {theme.hover}; }}
QTableView[role="list"] QHeaderView::section {{
    background: {theme.hover}; color: {theme.text}; font-weight: 600; border: 0; padding: 5px 11px;
    border-bottom: 1px solid {theme.line}; border-right: 1px solid {theme.line}; }}
QTableView[role="list"] QTableCornerButton::section {{
    background: {theme.hover}; border: 0; border-bottom: 1px solid {theme.line};
    border-right: 1px solid {theme.line}; }}
QTableView[role="list"] QHeaderView::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
QTableView[role="list"] QHeaderView::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
#hits {{ background: {theme.paper}; border: 1px solid {theme.accent}; border-radius: 4px; }}
#hits QLabel {{ padding: 0 6px; }}
#hits QTreeWidget {{ background: {theme.paper}; border: 0; outline: 0; }}
#hits QTreeWidget::item {{ padding: 5px 4px; }}
#hits QTreeWidget::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {theme.paper}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px 6px; }}
QAbstractScrollArea::corner {{ background: {theme.window}; border: 0; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
#preview {{ background: {theme.desk}; border: 1px solid {theme.line}; border-radius: 4px; }}
QSplitter::handle {{ background: transparent; }}
QToolButton[role="part"] {{
    background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 4px; padding: 5px 10px; }}
QToolButton[role="part"]:hover {{ background: {theme.hover}; }}
QToolButton[role="part"]:checked {{
    background: {theme.accent_soft}; color: {theme.accent}; border-color: {theme.accent}; font-weight: 600; }}
QToolButton[role="part"]:disabled {{ color: {theme.muted}; background: {theme.window}; }}
QFrame[role="options"] {{ background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 4px; }}
QFrame[role="options"]:focus {{ border: 1px solid {theme.accent}; }}
QFrame[role="options"] QToolButton {{ border: 0; border-radius: 3px; padding: 3px 8px; color: {theme.muted}; }}
QFrame[role="options"] QToolButton:hover {{ background: {theme.hover}; }}
QFrame[role="options"] QToolButton:checked {{
    background: {theme.accent_soft}; color: {theme.text}; font-weight: 600; }}
"""
