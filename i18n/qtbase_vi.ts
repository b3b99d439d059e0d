<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Assets::Downloader::AssetDownloader</name>
    <message>
        <source>Copying assets...</source>
        <translation>Đang sao chép tài nguyên...</translation>
    </message>
    <message>
        <source>Downloading JSON file...</source>
        <translation>Đang tải xuống tệp JSON...</translation>
    </message>
    <message>
        <source>Downloading assets...</source>
        <translation>Đang tải xuống tài nguyên...</translation>
    </message>
    <message>
        <source>Downloading zip file...</source>
        <translation>Đang tải xuống tệp zip...</translation>
    </message>
    <message>
        <source>Unzipping...</source>
        <translation>Đang giải nén...</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Close Tab</source>
        <translation>Đóng thẻ</translation>
    </message>
</context>
<context>
    <name>MAC_APPLICATION_MENU</name>
    <message>
        <source>About %1</source>
        <translation>Giới thiệu %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Ẩn %1</translation>
    </message>
    <message>
        <source>Hide Others</source>
        <translation>Ẩn các ứng dụng khác</translation>
    </message>
    <message>
        <source>Preferences...</source>
        <translation>Tùy chọn...</translation>
    </message>
    <message>
        <source>Quit %1</source>
        <translation>Thoát %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Hiện tất cả</translation>
    </message>
</context>
<context>
    <name>Print Device Input Slot</name>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
</context>
<context>
    <name>Print Device Output Bin</name>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Alias</source>
        <translation>Bí danh</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Thư mục tệp</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Lối tắt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Không xác định</translation>
    </message>
</context>
<context>
    <name>QAbstractSocket</name>
    <message>
        <source>Connection refused</source>
        <translation>Kết nối bị từ chối</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Kết nối đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation>Không tìm thấy máy chủ</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Không tới được mạng</translation>
    </message>
    <message>
        <source>Operation on socket is not supported</source>
        <translation>Socket không hỗ trợ thao tác này</translation>
    </message>
    <message>
        <source>Socket is not connected</source>
        <translation>Socket chưa được kết nối</translation>
    </message>
    <message>
        <source>Socket operation timed out</source>
        <translation>Thao tác trên socket đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Trying to connect while connection is in progress</source>
        <translation>Đang thử kết nối trong khi một kết nối khác còn đang thiết lập</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>Tăng một &amp;bước</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm một bước</translation>
    </message>
</context>
<context>
    <name>QAccessibleActionInterface</name>
    <message>
        <source>Decrease</source>
        <translation>Giảm</translation>
    </message>
    <message>
        <source>Decrease the value</source>
        <translation>Giảm giá trị</translation>
    </message>
    <message>
        <source>Goes back a page</source>
        <translation>Quay lại trang trước</translation>
    </message>
    <message>
        <source>Goes to the next page</source>
        <translation>Chuyển sang trang sau</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>Tăng</translation>
    </message>
    <message>
        <source>Increase the value</source>
        <translation>Tăng giá trị</translation>
    </message>
    <message>
        <source>Next Page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Nhấn</translation>
    </message>
    <message>
        <source>Previous Page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Scroll Down</source>
        <translation>Cuộn xuống</translation>
    </message>
    <message>
        <source>Scroll Left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Cuộn sang phải</translation>
    </message>
    <message>
        <source>Scroll Up</source>
        <translation>Cuộn lên</translation>
    </message>
    <message>
        <source>Scrolls down</source>
        <translation>Cuộn xuống dưới</translation>
    </message>
    <message>
        <source>Scrolls to the left</source>
        <translation>Cuộn sang bên trái</translation>
    </message>
    <message>
        <source>Scrolls to the right</source>
        <translation>Cuộn sang bên phải</translation>
    </message>
    <message>
        <source>Scrolls up</source>
        <translation>Cuộn lên trên</translation>
    </message>
    <message>
        <source>SetFocus</source>
        <translation>Đặt tiêu điểm</translation>
    </message>
    <message>
        <source>Sets the focus</source>
        <translation>Đưa tiêu điểm vào đây</translation>
    </message>
    <message>
        <source>ShowMenu</source>
        <translation>Hiện trình đơn</translation>
    </message>
    <message>
        <source>Shows the menu</source>
        <translation>Hiển thị trình đơn</translation>
    </message>
    <message>
        <source>Toggle</source>
        <translation>Bật/tắt</translation>
    </message>
    <message>
        <source>Toggles the state</source>
        <translation>Chuyển đổi trạng thái bật/tắt</translation>
    </message>
    <message>
        <source>Triggers the action</source>
        <translation>Thực hiện hành động</translation>
    </message>
</context>
<context>
    <name>QAccessibleColorWellItem</name>
    <message>
        <source>RGB %1, %2, %3</source>
        <translation>Màu RGB %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>QAndroidPlatformTheme</name>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>No to All</source>
        <translation>Không tất cả</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Yes to All</source>
        <translation>Có tất cả</translation>
    </message>
</context>
<context>
    <name>QApplication</name>
    <message>
        <source>Application &quot;%1&quot; requires Qt %2, found Qt %3.</source>
        <translation>Ứng dụng &quot;%1&quot; cần Qt %2 nhưng tìm thấy Qt %3.</translation>
    </message>
    <message>
        <source>Incompatible Qt Library Error</source>
        <translation>Lỗi thư viện Qt không tương thích</translation>
    </message>
</context>
<context>
    <name>QAxSelect</name>
    <message>
        <source>Binary:</source>
        <translation>Tệp nhị phân:</translation>
    </message>
    <message>
        <source>CLSID:</source>
        <translation>Mã CLSID:</translation>
    </message>
    <message>
        <source>COM &amp;Object:</source>
        <translation>Đối tượng &amp;COM:</translation>
    </message>
    <message>
        <source>DLL:</source>
        <translation>Thư viện DLL:</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>In process</source>
        <translation>Trong tiến trình</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Khóa:</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Tên:</translation>
    </message>
    <message>
        <source>Out of process</source>
        <translation>Ngoài tiến trình</translation>
    </message>
    <message>
        <source>Sandboxing:</source>
        <translation>Cách ly:</translation>
    </message>
    <message>
        <source>Select ActiveX Control</source>
        <translation>Chọn thành phần điều khiển ActiveX</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Kiểu:</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Phiên bản:</translation>
    </message>
    <message>
        <source>Word&amp;nbsp;size:</source>
        <translation>Độ&amp;nbsp;dài&amp;nbsp;từ:</translation>
    </message>
</context>
<context>
    <name>QCocoaMenuBar</name>
    <message>
        <source>Edit</source>
        <translation>Chỉnh sửa</translation>
    </message>
</context>
<context>
    <name>QCocoaMenuItem</name>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Giới thiệu về Qt</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Cấu hình</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Tùy thích</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát hẳn</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Thiết lập</translation>
    </message>
</context>
<context>
    <name>QCocoaTheme</name>
    <message>
        <source>Don&apos;t Save</source>
        <translation>Không lưu</translation>
    </message>
</context>
<context>
    <name>QColorDialog</name>
    <message>
        <source>&amp;Add to Custom Colors</source>
        <translation>&amp;Thêm vào màu tùy chỉnh</translation>
    </message>
    <message>
        <source>&amp;Basic colors</source>
        <translation>Màu cơ &amp;bản</translation>
    </message>
    <message>
        <source>&amp;Custom colors</source>
        <translation>Màu tùy &amp;chỉnh</translation>
    </message>
    <message>
        <source>&amp;Green:</source>
        <translation>Màu &amp;xanh lá:</translation>
    </message>
    <message>
        <source>&amp;HTML:</source>
        <translation>Mã &amp;HTML:</translation>
    </message>
    <message>
        <source>&amp;Pick Screen Color</source>
        <translation>&amp;Lấy màu trên màn hình</translation>
    </message>
    <message>
        <source>&amp;Red:</source>
        <translation>&amp;Màu đỏ:</translation>
    </message>
    <message>
        <source>&amp;Sat:</source>
        <translation>Độ bã&amp;o hòa:</translation>
    </message>
    <message>
        <source>&amp;Val:</source>
        <translation>Độ sán&amp;g:</translation>
    </message>
    <message>
        <source>A&amp;lpha channel:</source>
        <translation>&amp;Kênh trong suốt:</translation>
    </message>
    <message>
        <source>Bl&amp;ue:</source>
        <translation>Màu xanh &amp;dương:</translation>
    </message>
    <message>
        <source>Cursor at %1, %2
Press ESC to cancel</source>
        <translation>Con trỏ tại %1, %2
Nhấn ESC để hủy</translation>
    </message>
    <message>
        <source>Hu&amp;e:</source>
        <translation>&amp;Sắc độ:</translation>
    </message>
    <message>
        <source>Select Color</source>
        <translation>Chọn màu</translation>
    </message>
</context>
<context>
    <name>QComboBox</name>
    <message>
        <source>False</source>
        <translation>Sai</translation>
    </message>
    <message>
        <source>Open the combo box selection popup</source>
        <translation>Mở danh sách lựa chọn của hộp tổ hợp</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Đúng</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Arguments:</source>
        <translation>Đối số:</translation>
    </message>
    <message>
        <source>Displays help on commandline options.</source>
        <translation>Hiển thị trợ giúp về các tùy chọn dòng lệnh.</translation>
    </message>
    <message>
        <source>Displays help, including generic Qt options.</source>
        <translation>Hiển thị trợ giúp, kể cả các tùy chọn chung của Qt.</translation>
    </message>
    <message>
        <source>Displays version information.</source>
        <translation>Hiển thị thông tin phiên bản.</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Thiếu giá trị sau &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Tùy chọn:</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Có giá trị thừa sau &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Không rõ tùy chọn &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>Không rõ các tùy chọn: %1.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Cách dùng: %1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[tùy chọn]</translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>QHttp</source>
        <translation>QHttp</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>&amp;Billing information:</source>
        <translation>Thông tin th&amp;anh toán:</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>&amp;Kết thúc:</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>&amp;Bắt đầu:</translation>
    </message>
    <message>
        <source>Banner Pages</source>
        <translation>Trang bìa</translation>
    </message>
    <message>
        <source>Billing information:</source>
        <translation>Thông tin thanh toán:</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Tài liệu mật</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Mật</translation>
    </message>
    <message>
        <source>Day (06:00 to 17:59)</source>
        <translation>Ban ngày (06:00 đến 17:59)</translation>
    </message>
    <message>
        <source>End:</source>
        <translation>Kết thúc:</translation>
    </message>
    <message>
        <source>Hold Indefinitely</source>
        <translation>Giữ lại vô thời hạn</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Lệnh in</translation>
    </message>
    <message>
        <source>Job &amp;priority:</source>
        <translation>Mức ư&amp;u tiên:</translation>
    </message>
    <message>
        <source>Job Control</source>
        <translation>Quản lý lệnh in</translation>
    </message>
    <message>
        <source>Job priority:</source>
        <translation>Mức ưu tiên:</translation>
    </message>
    <message>
        <source>Night (18:00 to 05:59)</source>
        <translation>Ban đêm (18:00 đến 05:59)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Print Immediately</source>
        <translation>In ngay</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>&amp;Hẹn giờ in:</translation>
    </message>
    <message>
        <source>Scheduled printing:</source>
        <translation>Hẹn giờ in:</translation>
    </message>
    <message>
        <source>Second Shift (16:00 to 23:59)</source>
        <translation>Ca hai (16:00 đến 23:59)</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Tối mật</translation>
    </message>
    <message>
        <source>Specific Time</source>
        <translation>Giờ cụ thể</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Tiêu chuẩn</translation>
    </message>
    <message>
        <source>Start:</source>
        <translation>Bắt đầu:</translation>
    </message>
    <message>
        <source>Third Shift (00:00 to 07:59)</source>
        <translation>Ca ba (00:00 đến 07:59)</translation>
    </message>
    <message>
        <source>Top Secret</source>
        <translation>Tuyệt mật</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Không mật</translation>
    </message>
    <message>
        <source>Weekend (Saturday to Sunday)</source>
        <translation>Cuối tuần (thứ Bảy đến Chủ nhật)</translation>
    </message>
</context>
<context>
    <name>QCupsPrinterSupport</name>
    <message>
        <source>Authentication Needed</source>
        <translation>Cần xác thực</translation>
    </message>
    <message>
        <source>Authentication needed to use %1 on %2.</source>
        <translation>Cần xác thực để dùng %1 trên %2.</translation>
    </message>
    <message>
        <source>Authentication needed to use %1.</source>
        <translation>Cần xác thực để dùng %1.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Mật khẩu:</translation>
    </message>
    <message>
        <source>Username:</source>
        <translation>Tên người dùng:</translation>
    </message>
</context>
<context>
    <name>QDB2Driver</name>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to connect</source>
        <translation>Không kết nối được</translation>
    </message>
    <message>
        <source>Unable to rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
    <message>
        <source>Unable to set autocommit</source>
        <translation>Không đặt được chế độ tự động hoàn tất giao dịch</translation>
    </message>
</context>
<context>
    <name>QDB2Result</name>
    <message>
        <source>Unable to bind variable</source>
        <translation>Không gán được biến</translation>
    </message>
    <message>
        <source>Unable to execute statement</source>
        <translation>Không thực thi được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to fetch first</source>
        <translation>Không lấy được bản ghi đầu tiên</translation>
    </message>
    <message>
        <source>Unable to fetch next</source>
        <translation>Không lấy được bản ghi tiếp theo</translation>
    </message>
    <message>
        <source>Unable to fetch record %1</source>
        <translation>Không lấy được bản ghi %1</translation>
    </message>
    <message>
        <source>Unable to prepare statement</source>
        <translation>Không chuẩn bị được câu lệnh</translation>
    </message>
</context>
<context>
    <name>QDBusTrayIcon</name>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>What&apos;s This?</source>
        <translation>Đây là gì?</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
</context>
<context>
    <name>QDnsLookup</name>
    <message>
        <source>Could not expand domain name</source>
        <translation>Không khai triển được tên miền</translation>
    </message>
    <message>
        <source>IPv6 nameservers are currently not supported on this OS</source>
        <translation>Hệ điều hành này chưa hỗ trợ máy chủ tên miền IPv6</translation>
    </message>
    <message>
        <source>Invalid IPv4 address record</source>
        <translation>Bản ghi địa chỉ IPv4 không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid IPv6 address record</source>
        <translation>Bản ghi địa chỉ IPv6 không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid TLS association record</source>
        <translation>Bản ghi liên kết TLS không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid canonical name record</source>
        <translation>Bản ghi tên chính tắc không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid domain name</source>
        <translation>Tên miền không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid mail exchange record</source>
        <translation>Bản ghi trao đổi thư không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid name server record</source>
        <translation>Bản ghi máy chủ tên miền không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid pointer record</source>
        <translation>Bản ghi con trỏ không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid reply received</source>
        <translation>Phản hồi nhận được không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid reply received (%1)</source>
        <translation>Phản hồi nhận được không hợp lệ (%1)</translation>
    </message>
    <message>
        <source>Invalid reply received (rcode %1)</source>
        <translation>Phản hồi nhận được không hợp lệ (mã rcode %1)</translation>
    </message>
    <message>
        <source>Invalid service record</source>
        <translation>Bản ghi dịch vụ không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid text record</source>
        <translation>Bản ghi văn bản không hợp lệ</translation>
    </message>
    <message>
        <source>Non existent domain</source>
        <translation>Tên miền không tồn tại</translation>
    </message>
    <message>
        <source>Operation cancelled</source>
        <translation>Thao tác đã bị hủy</translation>
    </message>
    <message>
        <source>Reply was too large</source>
        <translation>Phản hồi quá lớn</translation>
    </message>
    <message>
        <source>Request timed out</source>
        <translation>Yêu cầu đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>SSL/TLS support not present</source>
        <translation>Không có hỗ trợ SSL/TLS</translation>
    </message>
    <message>
        <source>Server could not process query</source>
        <translation>Máy chủ không xử lý được truy vấn</translation>
    </message>
    <message>
        <source>Server failure</source>
        <translation>Máy chủ bị lỗi</translation>
    </message>
    <message>
        <source>Server refused to answer</source>
        <translation>Máy chủ từ chối trả lời</translation>
    </message>
</context>
<context>
    <name>QDnsLookupRunnable</name>
    <message>
        <source>Not yet supported on this OS</source>
        <translation>Hệ điều hành này chưa được hỗ trợ</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <translation>Đóng khung này</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Tách rời</translation>
    </message>
    <message>
        <source>Undocks and re-attaches the dock widget</source>
        <translation>Tách khung này ra khỏi cửa sổ hoặc gắn lại</translation>
    </message>
</context>
<context>
    <name>QDomParser</name>
    <message>
        <source>Error occurred while processing XML declaration</source>
        <translation>Lỗi khi xử lý khai báo XML</translation>
    </message>
    <message>
        <source>Error occurred while processing a processing instruction</source>
        <translation>Lỗi khi xử lý chỉ thị xử lý</translation>
    </message>
    <message>
        <source>Error occurred while processing a start element</source>
        <translation>Lỗi khi xử lý phần tử mở đầu</translation>
    </message>
    <message>
        <source>Error occurred while processing an end element</source>
        <translation>Lỗi khi xử lý phần tử kết thúc</translation>
    </message>
    <message>
        <source>Error occurred while processing an entity reference</source>
        <translation>Lỗi khi xử lý tham chiếu thực thể</translation>
    </message>
    <message>
        <source>Error occurred while processing comment</source>
        <translation>Lỗi khi xử lý chú thích</translation>
    </message>
    <message>
        <source>Error occurred while processing comments</source>
        <translation>Lỗi khi xử lý các chú thích</translation>
    </message>
    <message>
        <source>Error occurred while processing document type declaration</source>
        <translation>Lỗi khi xử lý khai báo kiểu tài liệu</translation>
    </message>
    <message>
        <source>Error occurred while processing entity declaration</source>
        <translation>Lỗi khi xử lý khai báo thực thể</translation>
    </message>
    <message>
        <source>Error occurred while processing notation declaration</source>
        <translation>Lỗi khi xử lý khai báo ký pháp</translation>
    </message>
    <message>
        <source>Error occurred while processing the element content</source>
        <translation>Lỗi khi xử lý nội dung phần tử</translation>
    </message>
    <message>
        <source>Multiple DTD sections are not allowed</source>
        <translation>Không được có nhiều phần DTD</translation>
    </message>
    <message>
        <source>Tag mismatch</source>
        <translation>Thẻ không khớp</translation>
    </message>
    <message>
        <source>Unexpected end element &apos;%1&apos;</source>
        <translation>Gặp phần tử kết thúc &apos;%1&apos; không mong đợi</translation>
    </message>
    <message>
        <source>Unexpected token</source>
        <translation>Gặp ký hiệu không mong đợi</translation>
    </message>
</context>
<context>
    <name>QDtls</name>
    <message>
        <source>%1 failed</source>
        <translation>%1 không thành công</translation>
    </message>
    <message>
        <source>A valid QUdpSocket and non-empty datagram are needed to continue the handshake</source>
        <translation>Cần một QUdpSocket hợp lệ và một gói dữ liệu không rỗng để tiếp tục bắt tay</translation>
    </message>
    <message>
        <source>BIO_ADD_new failed, cannot start handshake</source>
        <translation>BIO_ADD_new không thành công, không bắt đầu bắt tay được</translation>
    </message>
    <message>
        <source>Cannot continue handshake, not in InProgress state</source>
        <translation>Không tiếp tục bắt tay được vì không ở trạng thái InProgress</translation>
    </message>
    <message>
        <source>Cannot read a datagram, not in encrypted state</source>
        <translation>Không đọc được gói dữ liệu vì không ở trạng thái mã hóa</translation>
    </message>
    <message>
        <source>Cannot resume, not in VerificationError state</source>
        <translation>Không tiếp tục lại được vì không ở trạng thái VerificationError</translation>
    </message>
    <message>
        <source>Cannot send shutdown alert, not encrypted</source>
        <translation>Không gửi được thông báo kết thúc vì chưa mã hóa</translation>
    </message>
    <message>
        <source>Cannot set configuration after handshake started</source>
        <translation>Không đặt được cấu hình sau khi đã bắt đầu bắt tay</translation>
    </message>
    <message>
        <source>Cannot set peer after handshake started</source>
        <translation>Không đặt được máy đối tác sau khi đã bắt đầu bắt tay</translation>
    </message>
    <message>
        <source>Cannot set verification name after handshake started</source>
        <translation>Không đặt được tên cần kiểm tra sau khi đã bắt đầu bắt tay</translation>
    </message>
    <message>
        <source>Cannot start handshake, already done/in progress</source>
        <translation>Không bắt đầu bắt tay được vì đã xong hoặc đang diễn ra</translation>
    </message>
    <message>
        <source>Cannot start the handshake, verified client hello expected</source>
        <translation>Không bắt đầu bắt tay được, cần lời chào đã được kiểm tra của máy khách</translation>
    </message>
    <message>
        <source>Cannot start/continue handshake, invalid handshake state</source>
        <translation>Không bắt đầu hoặc tiếp tục bắt tay được vì trạng thái bắt tay không hợp lệ</translation>
    </message>
    <message>
        <source>Cannot write a datagram, not in encrypted state</source>
        <translation>Không ghi được gói dữ liệu vì không ở trạng thái mã hóa</translation>
    </message>
    <message>
        <source>Error while reading: %1</source>
        <translation>Lỗi khi đọc: %1</translation>
    </message>
    <message>
        <source>Error while writing: %1</source>
        <translation>Lỗi khi ghi: %1</translation>
    </message>
    <message>
        <source>Invalid (empty) secret</source>
        <translation>Khóa bí mật không hợp lệ (rỗng)</translation>
    </message>
    <message>
        <source>Invalid (nullptr) socket</source>
        <translation>Socket không hợp lệ (nullptr)</translation>
    </message>
    <message>
        <source>Invalid SslMode, SslServerMode or SslClientMode expected</source>
        <translation>SslMode không hợp lệ, cần SslServerMode hoặc SslClientMode</translation>
    </message>
    <message>
        <source>Invalid address</source>
        <translation>Địa chỉ không hợp lệ</translation>
    </message>
    <message>
        <source>Invalid protocol version, DTLS protocol expected</source>
        <translation>Phiên bản giao thức không hợp lệ, cần giao thức DTLS</translation>
    </message>
    <message>
        <source>Multicast and broadcast addresses are not supported</source>
        <translation>Không hỗ trợ địa chỉ phát nhóm và địa chỉ quảng bá</translation>
    </message>
    <message>
        <source>No handshake in progress, nothing to abort</source>
        <translation>Không có phiên bắt tay nào đang diễn ra để dừng</translation>
    </message>
    <message>
        <source>Peer verification failed</source>
        <translation>Không xác minh được máy đối tác</translation>
    </message>
    <message>
        <source>The DTLS connection has been closed</source>
        <translation>Kết nối DTLS đã đóng</translation>
    </message>
    <message>
        <source>The DTLS connection has been shutdown</source>
        <translation>Kết nối DTLS đã kết thúc</translation>
    </message>
    <message>
        <source>To start a handshake you must set peer&apos;s address and port first</source>
        <translation>Phải đặt địa chỉ và cổng của máy đối tác trước khi bắt đầu bắt tay</translation>
    </message>
    <message>
        <source>To start a handshake, DTLS server requires non-empty datagram (client hello)</source>
        <translation>Để bắt đầu bắt tay, máy chủ DTLS cần một gói dữ liệu không rỗng (lời chào của máy khách)</translation>
    </message>
</context>
<context>
    <name>QDtlsClientVerifier</name>
    <message>
        <source>A valid UDP socket, non-empty datagram, and valid address/port were expected</source>
        <translation>Cần một socket UDP hợp lệ, gói dữ liệu không rỗng và địa chỉ/cổng hợp lệ</translation>
    </message>
    <message>
        <source>BIO_ADDR_new failed, ignoring client hello</source>
        <translation>BIO_ADDR_new không thành công, bỏ qua lời chào của máy khách</translation>
    </message>
</context>
<context>
    <name>QErrorMessage</name>
    <message>
        <source>&amp;OK</source>
        <translation>Đồn&amp;g ý</translation>
    </message>
    <message>
        <source>&amp;Show this message again</source>
        <translation>&amp;Hiện lại thông báo này lần sau</translation>
    </message>
    <message>
        <source>An error occurred</source>
        <translation>Đã xảy ra lỗi</translation>
    </message>
    <message>
        <source>Critical Error:</source>
        <translation>Lỗi nghiêm trọng:</translation>
    </message>
    <message>
        <source>Debug Message:</source>
        <translation>Thông báo gỡ lỗi:</translation>
    </message>
    <message>
        <source>Fatal Error:</source>
        <translation>Lỗi không thể khắc phục:</translation>
    </message>
    <message>
        <source>Information:</source>
        <translation>Thông tin:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Cảnh báo:</translation>
    </message>
</context>
<context>
    <name>QFactoryLoader</name>
    <message>
        <source>Invalid metadata version</source>
        <translation>Phiên bản siêu dữ liệu không hợp lệ</translation>
    </message>
    <message>
        <source>Metadata parsing error: %1</source>
        <translation>Lỗi phân tích siêu dữ liệu: %1</translation>
    </message>
    <message>
        <source>Unexpected metadata contents</source>
        <translation>Nội dung siêu dữ liệu không như mong đợi</translation>
    </message>
</context>
<context>
    <name>QFile</name>
    <message>
        <source>Cannot create %1 for output: %2</source>
        <translation>Không tạo được %1 để ghi: %2</translation>
    </message>
    <message>
        <source>Cannot open %1 for input</source>
        <translation>Không mở được %1 để đọc</translation>
    </message>
    <message>
        <source>Cannot open destination file: %1</source>
        <translation>Không mở được tệp đích: %1</translation>
    </message>
    <message>
        <source>Cannot open for output: %1</source>
        <translation>Không mở được để ghi: %1</translation>
    </message>
    <message>
        <source>Cannot remove source file</source>
        <translation>Không xóa được tệp nguồn</translation>
    </message>
    <message>
        <source>Cannot remove source file: %1</source>
        <translation>Không xóa được tệp nguồn: %1</translation>
    </message>
    <message>
        <source>Could not copy to %1: %2</source>
        <translation>Không sao chép được sang %1: %2</translation>
    </message>
    <message>
        <source>Destination file exists</source>
        <translation>Tệp đích đã tồn tại</translation>
    </message>
    <message>
        <source>Destination file is the same file.</source>
        <translation>Tệp đích trùng với tệp nguồn.</translation>
    </message>
    <message>
        <source>Error while renaming: %1</source>
        <translation>Lỗi khi đổi tên: %1</translation>
    </message>
    <message>
        <source>Failure to write block: %1</source>
        <translation>Không ghi được khối dữ liệu: %1</translation>
    </message>
    <message>
        <source>Source file does not exist.</source>
        <translation>Tệp nguồn không tồn tại.</translation>
    </message>
    <message>
        <source>Unable to restore from %1: %2</source>
        <translation>Không khôi phục được từ %1: %2</translation>
    </message>
    <message>
        <source>Will not rename sequential file using block copy</source>
        <translation>Không đổi tên tệp tuần tự bằng cách sao chép từng khối</translation>
    </message>
</context>
<context>
    <name>QFileDevice</name>
    <message>
        <source>No file engine available</source>
        <translation>Không có bộ máy xử lý tệp</translation>
    </message>
    <message>
        <source>No file engine available or engine does not support UnMapExtension</source>
        <translation>Không có bộ máy xử lý tệp hoặc bộ máy không hỗ trợ UnMapExtension</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Không tìm thấy thư mục.
Hãy kiểm tra lại tên thư mục.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Không tìm thấy tệp.
Hãy kiểm tra lại tên tệp.</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã tồn tại.
Bạn có muốn thay thế không?</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Trong thư mục:</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư &amp;mục mới</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>&apos;%1&apos; được bảo vệ chống ghi.
Bạn vẫn muốn xóa?</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Tất cả các tệp (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả các tệp (*)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Bạn có chắc muốn xóa &apos;%1&apos; không?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Chuyển sang dạng xem chi tiết</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Chuyển sang dạng danh sách</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Không xóa được thư mục.</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo một thư mục mới</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Tê&amp;n tệp:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Kiểu tệp:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Kiểu tệp:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Tìm thư mục</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục cha</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Xem danh sách</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Danh sách vị trí và dấu trang</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Trong thư mục:</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Vị trí gần đây</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ bỏ</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Hiện tệp ẩn</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa đổi</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính của tôi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích cỡ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Kiểu</translation>
    </message>
</context>
<context>
    <name>QFontDatabase</name>
    <message>
        <source>Any</source>
        <translation>Bất kỳ</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Chữ Ả Rập</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Chữ Armenia</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Chữ Bengal</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Rất đậm</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Đậm</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Chữ Kirin</translation>
    </message>
    <message>
        <source>Demi</source>
        <translation>Nửa</translation>
    </message>
    <message>
        <source>Demi Bold</source>
        <translation>Nửa đậm</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Chữ Devanagari</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Siêu</translation>
    </message>
    <message>
        <source>Extra Bold</source>
        <translation>Siêu đậm</translation>
    </message>
    <message>
        <source>Extra Light</source>
        <translation>Siêu mảnh</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Chữ Gruzia</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Chữ Hy Lạp</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Chữ Gujarat</translation>
    </message>
    <message>
        <source>Gurmukhi</source>
        <translation>Chữ Gurmukhi</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Chữ Do Thái</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Nghiêng</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Chữ Nhật Bản</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Chữ Kannada</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Chữ Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Chữ Hàn Quốc</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Chữ Lào</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Chữ La-tinh</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Mảnh</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Chữ Malayalam</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Chữ Myanmar</translation>
    </message>
    <message>
        <source>N&apos;Ko</source>
        <translation>Chữ N&apos;Ko</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>The Normal or Regular font weight</comment>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>Xiên</translation>
    </message>
    <message>
        <source>Ogham</source>
        <translation>Chữ Ogham</translation>
    </message>
    <message>
        <source>Oriya</source>
        <translation>Chữ Oriya</translation>
    </message>
    <message>
        <source>Runic</source>
        <translation>Chữ Rune</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>Chữ Hán giản thể</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Chữ Sinhala</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>Syriac</source>
        <translation>Chữ Syriac</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Chữ Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Chữ Telugu</translation>
    </message>
    <message>
        <source>Thaana</source>
        <translation>Chữ Thaana</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Chữ Thái</translation>
    </message>
    <message>
        <source>Thin</source>
        <translation>Rất mảnh</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Chữ Tây Tạng</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>Chữ Hán phồn thể</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
</context>
<context>
    <name>QFontDialog</name>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Phông chữ</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Cỡ chữ</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>Gạch &amp;dưới</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Hiệu ứng</translation>
    </message>
    <message>
        <source>Font st&amp;yle</source>
        <translation>&amp;Kiểu chữ</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Select Font</source>
        <translation>Chọn phông chữ</translation>
    </message>
    <message>
        <source>Stri&amp;keout</source>
        <translation>Gạch n&amp;gang</translation>
    </message>
    <message>
        <source>Wr&amp;iting System</source>
        <translation>&amp;Hệ chữ viết</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>Đồn&amp;g ý</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Đóng, không lưu</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>Additional plugins to load, can be specified multiple times.</source>
        <translation>Các phần bổ trợ cần nạp thêm, có thể khai báo nhiều lần.</translation>
    </message>
    <message>
        <source>Alias for --qwindowgeometry.</source>
        <translation>Tên khác của --qwindowgeometry.</translation>
    </message>
    <message>
        <source>Alias for --qwindowicon.</source>
        <translation>Tên khác của --qwindowicon.</translation>
    </message>
    <message>
        <source>Alias for --qwindowtitle.</source>
        <translation>Tên khác của --qwindowtitle.</translation>
    </message>
    <message>
        <source>Default window icon.</source>
        <translation>Biểu tượng mặc định của cửa sổ.</translation>
    </message>
    <message>
        <source>Disable mouse grabbing (useful in debuggers).</source>
        <translation>Tắt việc chiếm giữ chuột (hữu ích khi gỡ lỗi).</translation>
    </message>
    <message>
        <source>Display name, overrides $DISPLAY.</source>
        <translation>Tên màn hình, thay cho $DISPLAY.</translation>
    </message>
    <message>
        <source>Force mouse grabbing (even when running in a debugger).</source>
        <translation>Luôn chiếm giữ chuột (kể cả khi chạy trong trình gỡ lỗi).</translation>
    </message>
    <message>
        <source>ID of the X11 Visual to use.</source>
        <translation>Mã định danh X11 Visual cần dùng.</translation>
    </message>
    <message>
        <source>Instance name according to ICCCM 4.1.2.5.</source>
        <translation>Tên phiên chạy theo ICCCM 4.1.2.5.</translation>
    </message>
    <message>
        <source>Path to the platform plugins.</source>
        <translation>Đường dẫn tới các phần bổ trợ nền tảng.</translation>
    </message>
    <message>
        <source>Platform theme.</source>
        <translation>Chủ đề nền tảng.</translation>
    </message>
    <message>
        <source>QPA plugin. See QGuiApplication documentation for available options for each plugin.</source>
        <translation>Phần bổ trợ QPA. Xem tài liệu QGuiApplication về các tùy chọn của từng phần bổ trợ.</translation>
    </message>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation>LTR</translation>
    </message>
    <message>
        <source>Restores the application from an earlier session.</source>
        <translation>Khôi phục ứng dụng từ một phiên làm việc trước.</translation>
    </message>
    <message>
        <source>Sets the application&apos;s layout direction to Qt::RightToLeft (debugging helper).</source>
        <translation>Đặt hướng bố cục của ứng dụng thành Qt::RightToLeft (để hỗ trợ gỡ lỗi).</translation>
    </message>
    <message>
        <source>Title of the first window.</source>
        <translation>Tiêu đề của cửa sổ đầu tiên.</translation>
    </message>
    <message>
        <source>Window geometry for the main window, using the X11-syntax, like 100x100+50+50.</source>
        <translation>Vị trí và kích thước của cửa sổ chính, theo cú pháp X11, ví dụ 100x100+50+50.</translation>
    </message>
</context>
<context>
    <name>QHostInfo</name>
    <message>
        <source>No host name given</source>
        <translation>Chưa cho biết tên máy chủ</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
</context>
<context>
    <name>QHostInfoAgent</name>
    <message>
        <source>Host not found</source>
        <translation>Không tìm thấy máy chủ</translation>
    </message>
    <message>
        <source>Invalid hostname</source>
        <translation>Tên máy chủ không hợp lệ</translation>
    </message>
    <message>
        <source>No host name given</source>
        <translation>Chưa cho biết tên máy chủ</translation>
    </message>
    <message>
        <source>Unknown address type</source>
        <translation>Kiểu địa chỉ không xác định</translation>
    </message>
</context>
<context>
    <name>QHttp</name>
    <message>
        <source>Brotli error: %1</source>
        <translation>Lỗi Brotli: %1</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Kết nối đã đóng</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Kết nối bị từ chối</translation>
    </message>
    <message>
        <source>Data corrupted</source>
        <translation>Dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>Data downloaded is too large to store</source>
        <translation>Dữ liệu tải xuống quá lớn, không lưu được</translation>
    </message>
    <message>
        <source>Decompression failed: %1</source>
        <translation>Giải nén không thành công: %1</translation>
    </message>
    <message>
        <source>Failed to initialize decompression: %1</source>
        <translation>Không khởi tạo được bộ giải nén: %1</translation>
    </message>
    <message>
        <source>Failed to initialize the compression decoder.</source>
        <translation>Không khởi tạo được bộ giải nén.</translation>
    </message>
    <message>
        <source>Host %1 not found</source>
        <translation>Không tìm thấy máy chủ %1</translation>
    </message>
    <message>
        <source>Host requires authentication</source>
        <translation>Máy chủ yêu cầu xác thực</translation>
    </message>
    <message>
        <source>Insecure redirect</source>
        <translation>Chuyển hướng không an toàn</translation>
    </message>
    <message>
        <source>Proxy requires authentication</source>
        <translation>Máy chủ proxy yêu cầu xác thực</translation>
    </message>
    <message>
        <source>SSL handshake failed</source>
        <translation>Bắt tay SSL không thành công</translation>
    </message>
    <message>
        <source>The decompressed output exceeds the limits specified by QNetworkRequest::decompressedSafetyCheckThreshold()</source>
        <translation>Dữ liệu sau khi giải nén vượt giới hạn do QNetworkRequest::decompressedSafetyCheckThreshold() quy định</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>Chuyển hướng quá nhiều lần</translation>
    </message>
    <message>
        <source>Unknown protocol specified</source>
        <translation>Giao thức đã cho không xác định</translation>
    </message>
    <message>
        <source>Unsupported content encoding: %1</source>
        <translation>Cách mã hóa nội dung không được hỗ trợ: %1</translation>
    </message>
    <message>
        <source>ZStandard error: %1</source>
        <translation>Lỗi ZStandard: %1</translation>
    </message>
</context>
<context>
    <name>QHttpSocketEngine</name>
    <message>
        <source>Authentication required</source>
        <translation>Yêu cầu xác thực</translation>
    </message>
    <message>
        <source>Did not receive HTTP response from proxy</source>
        <translation>Không nhận được phản hồi HTTP từ máy chủ proxy</translation>
    </message>
    <message>
        <source>Error communicating with HTTP proxy</source>
        <translation>Lỗi khi trao đổi với máy chủ proxy HTTP</translation>
    </message>
    <message>
        <source>Error parsing authentication request from proxy</source>
        <translation>Lỗi khi phân tích yêu cầu xác thực của máy chủ proxy</translation>
    </message>
    <message>
        <source>Proxy connection closed prematurely</source>
        <translation>Kết nối với máy chủ proxy bị đóng sớm</translation>
    </message>
    <message>
        <source>Proxy connection refused</source>
        <translation>Kết nối với máy chủ proxy bị từ chối</translation>
    </message>
    <message>
        <source>Proxy denied connection</source>
        <translation>Máy chủ proxy từ chối kết nối</translation>
    </message>
    <message>
        <source>Proxy server connection timed out</source>
        <translation>Kết nối với máy chủ proxy đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Proxy server not found</source>
        <translation>Không tìm thấy máy chủ proxy</translation>
    </message>
</context>
<context>
    <name>QIBaseDriver</name>
    <message>
        <source>Could not start transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
    <message>
        <source>Could not subscribe to event notifications for %1.</source>
        <translation>Không đăng ký được nhận thông báo sự kiện cho %1.</translation>
    </message>
    <message>
        <source>Could not unsubscribe from event notifications for %1.</source>
        <translation>Không hủy đăng ký được thông báo sự kiện cho %1.</translation>
    </message>
    <message>
        <source>Error opening database</source>
        <translation>Lỗi khi mở cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
    <message>
        <source>failed to query time zone mapping from system table</source>
        <translation>không truy vấn được bảng ánh xạ múi giờ trong bảng hệ thống</translation>
    </message>
</context>
<context>
    <name>QIBaseResult</name>
    <message>
        <source>Array dimensions mismatch. Field name: %1</source>
        <translation>Số chiều của mảng không khớp. Tên trường: %1</translation>
    </message>
    <message>
        <source>Array size mismatch. Field name: %3, expected size: %1. Supplied size: %2</source>
        <translation>Kích thước mảng không khớp. Tên trường: %3, kích thước cần: %1. Kích thước đã cho: %2</translation>
    </message>
    <message>
        <source>Array size mismatch: size of %1 is %2, size of provided list is %3</source>
        <translation>Kích thước mảng không khớp: kích thước của %1 là %2, kích thước danh sách đã cho là %3</translation>
    </message>
    <message>
        <source>Could not allocate statement</source>
        <translation>Không cấp phát được câu lệnh</translation>
    </message>
    <message>
        <source>Could not describe input statement</source>
        <translation>Không mô tả được câu lệnh đầu vào</translation>
    </message>
    <message>
        <source>Could not describe statement</source>
        <translation>Không mô tả được câu lệnh</translation>
    </message>
    <message>
        <source>Could not fetch next item</source>
        <translation>Không lấy được mục tiếp theo</translation>
    </message>
    <message>
        <source>Could not find array</source>
        <translation>Không tìm thấy mảng</translation>
    </message>
    <message>
        <source>Could not get array data</source>
        <translation>Không lấy được dữ liệu của mảng</translation>
    </message>
    <message>
        <source>Could not get query info</source>
        <translation>Không lấy được thông tin truy vấn</translation>
    </message>
    <message>
        <source>Could not get statement info</source>
        <translation>Không lấy được thông tin câu lệnh</translation>
    </message>
    <message>
        <source>Could not prepare statement</source>
        <translation>Không chuẩn bị được câu lệnh</translation>
    </message>
    <message>
        <source>Could not start transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
    <message>
        <source>Unable to close statement</source>
        <translation>Không đóng được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to create BLOB</source>
        <translation>Không tạo được đối tượng BLOB</translation>
    </message>
    <message>
        <source>Unable to execute query</source>
        <translation>Không thực thi được truy vấn</translation>
    </message>
    <message>
        <source>Unable to open BLOB</source>
        <translation>Không mở được đối tượng BLOB</translation>
    </message>
    <message>
        <source>Unable to read BLOB</source>
        <translation>Không đọc được đối tượng BLOB</translation>
    </message>
    <message>
        <source>Unable to write BLOB</source>
        <translation>Không ghi được đối tượng BLOB</translation>
    </message>
</context>
<context>
    <name>QIODevice</name>
    <message>
        <source>No space left on device</source>
        <translation>Ổ đĩa không còn chỗ trống</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Tệp hoặc thư mục không tồn tại</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Không có quyền truy cập</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Quá nhiều tệp đang mở</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
    <message>
        <source>file to open is a directory</source>
        <translation>tệp cần mở là một thư mục</translation>
    </message>
</context>
<context>
    <name>QImageReader</name>
    <message>
        <source>File not found</source>
        <translation>Không tìm thấy tệp</translation>
    </message>
    <message>
        <source>Invalid device</source>
        <translation>Thiết bị không hợp lệ</translation>
    </message>
    <message>
        <source>Unable to read image data</source>
        <translation>Không đọc được dữ liệu ảnh</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
    <message>
        <source>Unsupported image format</source>
        <translation>Định dạng ảnh không được hỗ trợ</translation>
    </message>
</context>
<context>
    <name>QImageWriter</name>
    <message>
        <source>Cannot open device for writing: %1</source>
        <translation>Không mở được thiết bị để ghi: %1</translation>
    </message>
    <message>
        <source>Device is not set</source>
        <translation>Chưa đặt thiết bị</translation>
    </message>
    <message>
        <source>Device not writable</source>
        <translation>Không ghi được lên thiết bị</translation>
    </message>
    <message>
        <source>Image is empty</source>
        <translation>Ảnh rỗng</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
    <message>
        <source>Unsupported image format</source>
        <translation>Định dạng ảnh không được hỗ trợ</translation>
    </message>
</context>
<context>
    <name>QInputDialog</name>
    <message>
        <source>Enter a value:</source>
        <translation>Nhập một giá trị:</translation>
    </message>
</context>
<context>
    <name>QJsonParseError</name>
    <message>
        <source>garbage at the end of the document</source>
        <translation>có dữ liệu thừa ở cuối tài liệu</translation>
    </message>
    <message>
        <source>illegal number</source>
        <translation>số không hợp lệ</translation>
    </message>
    <message>
        <source>illegal value</source>
        <translation>giá trị không hợp lệ</translation>
    </message>
    <message>
        <source>invalid UTF8 string</source>
        <translation>chuỗi UTF8 không hợp lệ</translation>
    </message>
    <message>
        <source>invalid escape sequence</source>
        <translation>chuỗi thoát không hợp lệ</translation>
    </message>
    <message>
        <source>invalid termination by number</source>
        <translation>kết thúc không hợp lệ bằng một số</translation>
    </message>
    <message>
        <source>missing name separator</source>
        <translation>thiếu dấu phân cách tên</translation>
    </message>
    <message>
        <source>missing value separator</source>
        <translation>thiếu dấu phân cách giá trị</translation>
    </message>
    <message>
        <source>no error occurred</source>
        <translation>không có lỗi</translation>
    </message>
    <message>
        <source>object is missing after a comma</source>
        <translation>thiếu đối tượng sau dấu phẩy</translation>
    </message>
    <message>
        <source>too deeply nested document</source>
        <translation>tài liệu lồng quá sâu</translation>
    </message>
    <message>
        <source>too large document</source>
        <translation>tài liệu quá lớn</translation>
    </message>
    <message>
        <source>unterminated array</source>
        <translation>mảng chưa kết thúc</translation>
    </message>
    <message>
        <source>unterminated object</source>
        <translation>đối tượng chưa kết thúc</translation>
    </message>
    <message>
        <source>unterminated string</source>
        <translation>chuỗi chưa kết thúc</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>%1, ...</source>
        <translation>%1, ...</translation>
    </message>
    <message>
        <source>Press shortcut</source>
        <translation>Nhấn tổ hợp phím</translation>
    </message>
</context>
<context>
    <name>QLibrary</name>
    <message>
        <source>&apos;%1&apos; is not a Qt plugin</source>
        <translation>&apos;%1&apos; không phải là phần bổ trợ Qt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a Qt plugin (%2)</source>
        <translation>&apos;%1&apos; không phải là phần bổ trợ Qt (%2)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a valid ELF object (%2)</source>
        <translation>&apos;%1&apos; không phải là đối tượng ELF hợp lệ (%2)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a valid Mach-O binary (%2)</source>
        <translation>&apos;%1&apos; không phải là tệp nhị phân Mach-O hợp lệ (%2)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a valid Windows DLL (%2)</source>
        <translation>&apos;%1&apos; không phải là thư viện DLL hợp lệ của Windows (%2)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is too small</source>
        <translation>&apos;%1&apos; quá nhỏ</translation>
    </message>
    <message>
        <source>.qtmetadata section has incorrect magic</source>
        <translation>phần .qtmetadata có mã nhận dạng sai</translation>
    </message>
    <message>
        <source>.qtmetadata section is executable</source>
        <translation>phần .qtmetadata có quyền thực thi</translation>
    </message>
    <message>
        <source>.qtmetadata section is too small</source>
        <translation>phần .qtmetadata quá nhỏ</translation>
    </message>
    <message>
        <source>.qtmetadata section is writable</source>
        <translation>phần .qtmetadata có quyền ghi</translation>
    </message>
    <message>
        <source>Cannot load library %1: %2</source>
        <translation>Không nạp được thư viện %1: %2</translation>
    </message>
    <message>
        <source>Cannot unload library %1: %2</source>
        <translation>Không gỡ được thư viện %1 khỏi bộ nhớ: %2</translation>
    </message>
    <message>
        <source>Could not resolve &apos;qt_plugin_instance&apos; function</source>
        <translation>Không tìm được hàm &apos;qt_plugin_instance&apos;</translation>
    </message>
    <message>
        <source>Failed to extract plugin meta data from &apos;%1&apos;: %2</source>
        <translation>Không trích được siêu dữ liệu của phần bổ trợ từ &apos;%1&apos;: %2</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is not a valid Qt plugin.</source>
        <translation>Tệp &apos;%1&apos; không phải là phần bổ trợ Qt hợp lệ.</translation>
    </message>
    <message>
        <source>The plugin &apos;%1&apos; uses incompatible Qt library. (%2.%3.%4) [%5]</source>
        <translation>Phần bổ trợ &apos;%1&apos; dùng thư viện Qt không tương thích. (%2.%3.%4) [%5]</translation>
    </message>
    <message>
        <source>The plugin &apos;%1&apos; uses incompatible Qt library. (Cannot mix debug and release libraries.)</source>
        <translation>Phần bổ trợ &apos;%1&apos; dùng thư viện Qt không tương thích. (Không thể dùng lẫn thư viện gỡ lỗi với thư viện phát hành.)</translation>
    </message>
    <message>
        <source>The shared library was not found.</source>
        <translation>Không tìm thấy thư viện dùng chung.</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
    <message>
        <source>a note segment start is not properly aligned (offset 0x%1, alignment %2)</source>
        <translation>đầu phân đoạn ghi chú không được căn đúng (vị trí 0x%1, mức căn %2)</translation>
    </message>
    <message>
        <source>a program header entry extends past the end of the file</source>
        <translation>một mục tiêu đề chương trình vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>a section name extends past the end of the file</source>
        <translation>tên của một phần vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>a section name is empty or extends past the end of the file</source>
        <translation>tên của một phần bị rỗng hoặc vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>e_shstrndx greater than the number of sections e_shnum (%1 &gt;= %2)</source>
        <translation>e_shstrndx lớn hơn số phần e_shnum (%1 &gt;= %2)</translation>
    </message>
    <message>
        <source>entrypoint to query the plugin meta data not found</source>
        <translation>không tìm thấy điểm vào để truy vấn siêu dữ liệu của phần bổ trợ</translation>
    </message>
    <message>
        <source>file has an unexpected ABI</source>
        <translation>tệp có giao diện nhị phân (ABI) không như mong đợi</translation>
    </message>
    <message>
        <source>file has an unknown ELF version</source>
        <translation>tệp có phiên bản ELF không xác định</translation>
    </message>
    <message>
        <source>file has no code</source>
        <translation>tệp không có mã lệnh</translation>
    </message>
    <message>
        <source>file has no sections</source>
        <translation>tệp không có phần nào</translation>
    </message>
    <message>
        <source>file is corrupt</source>
        <translation>tệp bị hỏng</translation>
    </message>
    <message>
        <source>file is for a different processor</source>
        <translation>tệp dành cho bộ xử lý khác</translation>
    </message>
    <message>
        <source>file is for a different word size</source>
        <translation>tệp dành cho độ dài từ khác</translation>
    </message>
    <message>
        <source>file is for the wrong endianness</source>
        <translation>tệp có thứ tự byte không đúng</translation>
    </message>
    <message>
        <source>file is not a shared object</source>
        <translation>tệp không phải là đối tượng dùng chung</translation>
    </message>
    <message>
        <source>file too small</source>
        <translation>tệp quá nhỏ</translation>
    </message>
    <message>
        <source>invalid magic %1</source>
        <translation>mã nhận dạng %1 không hợp lệ</translation>
    </message>
    <message>
        <source>invalid signature</source>
        <translation>chữ ký không hợp lệ</translation>
    </message>
    <message>
        <source>metadata not found</source>
        <translation>không tìm thấy siêu dữ liệu</translation>
    </message>
    <message>
        <source>metadata too small</source>
        <translation>siêu dữ liệu quá nhỏ</translation>
    </message>
    <message>
        <source>no suitable architecture in fat binary</source>
        <translation>tệp nhị phân đa kiến trúc không có kiến trúc phù hợp</translation>
    </message>
    <message>
        <source>not a dynamic library</source>
        <translation>không phải là thư viện động</translation>
    </message>
    <message>
        <source>program header table extends past the end of the file</source>
        <translation>bảng tiêu đề chương trình vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>section contents extend past the end of the file</source>
        <translation>nội dung của phần vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>section header string table extends past the end of the file</source>
        <translation>bảng chuỗi tiêu đề phần vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>section table extends past the end of the file</source>
        <translation>bảng các phần vượt quá cuối tệp</translation>
    </message>
    <message>
        <source>unexpected program header entry size (%1)</source>
        <translation>kích thước mục tiêu đề chương trình không như mong đợi (%1)</translation>
    </message>
    <message>
        <source>unexpected section entry size (%1)</source>
        <translation>kích thước mục của phần không như mong đợi (%1)</translation>
    </message>
    <message>
        <source>unimplemented: PN_XNUM program headers</source>
        <translation>chưa hỗ trợ: tiêu đề chương trình PN_XNUM</translation>
    </message>
    <message>
        <source>wrong architecture</source>
        <translation>kiến trúc không đúng</translation>
    </message>
    <message>
        <source>wrong characteristics</source>
        <translation>đặc tính không đúng</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QLocalServer</name>
    <message>
        <source>%1: Address in use</source>
        <translation>%1: Địa chỉ đang được sử dụng</translation>
    </message>
    <message>
        <source>%1: Name error</source>
        <translation>%1: Lỗi tên</translation>
    </message>
    <message>
        <source>%1: Permission denied</source>
        <translation>%1: Không có quyền truy cập</translation>
    </message>
    <message>
        <source>%1: Unknown error %2</source>
        <translation>%1: Lỗi không xác định %2</translation>
    </message>
</context>
<context>
    <name>QLocalSocket</name>
    <message>
        <source>%1: Access denied</source>
        <translation>%1: Truy cập bị từ chối</translation>
    </message>
    <message>
        <source>%1: Connection error</source>
        <translation>%1: Lỗi kết nối</translation>
    </message>
    <message>
        <source>%1: Connection refused</source>
        <translation>%1: Kết nối bị từ chối</translation>
    </message>
    <message>
        <source>%1: Datagram too large</source>
        <translation>%1: Gói dữ liệu quá lớn</translation>
    </message>
    <message>
        <source>%1: Invalid name</source>
        <translation>%1: Tên không hợp lệ</translation>
    </message>
    <message>
        <source>%1: Operation not permitted when socket is in this state</source>
        <translation>%1: Không được phép thao tác khi socket ở trạng thái này</translation>
    </message>
    <message>
        <source>%1: Remote closed</source>
        <translation>%1: Máy từ xa đã đóng kết nối</translation>
    </message>
    <message>
        <source>%1: Socket access error</source>
        <translation>%1: Lỗi truy cập socket</translation>
    </message>
    <message>
        <source>%1: Socket operation timed out</source>
        <translation>%1: Thao tác trên socket đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>%1: Socket resource error</source>
        <translation>%1: Lỗi tài nguyên của socket</translation>
    </message>
    <message>
        <source>%1: The socket operation is not supported</source>
        <translation>%1: Socket không hỗ trợ thao tác này</translation>
    </message>
    <message>
        <source>%1: Unknown error</source>
        <translation>%1: Lỗi không xác định</translation>
    </message>
    <message>
        <source>%1: Unknown error %2</source>
        <translation>%1: Lỗi không xác định %2</translation>
    </message>
    <message>
        <source>Remote closed</source>
        <translation>Máy từ xa đã đóng kết nối</translation>
    </message>
    <message>
        <source>Socket is not connected</source>
        <translation>Socket chưa được kết nối</translation>
    </message>
    <message>
        <source>Trying to connect while connection is in progress</source>
        <translation>Đang thử kết nối trong khi một kết nối khác còn đang thiết lập</translation>
    </message>
</context>
<context>
    <name>QMYSQLDriver</name>
    <message>
        <source>Unable to allocate a MYSQL object</source>
        <translation>Không cấp phát được đối tượng MYSQL</translation>
    </message>
    <message>
        <source>Unable to begin transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to connect</source>
        <translation>Không kết nối được</translation>
    </message>
    <message>
        <source>Unable to open database &apos;%1&apos;</source>
        <translation>Không mở được cơ sở dữ liệu &apos;%1&apos;</translation>
    </message>
    <message>
        <source>Unable to rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
</context>
<context>
    <name>QMYSQLResult</name>
    <message>
        <source>Unable to bind outvalues</source>
        <translation>Không gán được các giá trị đầu ra</translation>
    </message>
    <message>
        <source>Unable to bind value</source>
        <translation>Không gán được giá trị</translation>
    </message>
    <message>
        <source>Unable to execute next query</source>
        <translation>Không thực thi được truy vấn tiếp theo</translation>
    </message>
    <message>
        <source>Unable to execute query</source>
        <translation>Không thực thi được truy vấn</translation>
    </message>
    <message>
        <source>Unable to execute statement</source>
        <translation>Không thực thi được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to fetch data</source>
        <translation>Không lấy được dữ liệu</translation>
    </message>
    <message>
        <source>Unable to prepare statement</source>
        <translation>Không chuẩn bị được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to reset statement</source>
        <translation>Không đặt lại được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to store next result</source>
        <translation>Không lưu được kết quả tiếp theo</translation>
    </message>
    <message>
        <source>Unable to store result</source>
        <translation>Không lưu được kết quả</translation>
    </message>
    <message>
        <source>Unable to store statement results</source>
        <translation>Không lưu được các kết quả của câu lệnh</translation>
    </message>
</context>
<context>
    <name>QMdiArea</name>
    <message>
        <source>(Untitled)</source>
        <translation>(Chưa đặt tên)</translation>
    </message>
</context>
<context>
    <name>QMdiSubWindow</name>
    <message>
        <source>%1 - [%2]</source>
        <translation>%1 - [%2]</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Di chuyển</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>Kích &amp;thước</translation>
    </message>
    <message>
        <source>- [%1]</source>
        <translation>- [%1]</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Ma&amp;ximize</source>
        <translation>&amp;Phóng to</translation>
    </message>
    <message>
        <source>Maximize</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Trình đơn</translation>
    </message>
    <message>
        <source>Mi&amp;nimize</source>
        <translation>Thu &amp;nhỏ</translation>
    </message>
    <message>
        <source>Minimize</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Restore Down</source>
        <translation>Khôi phục kích thước</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Cuộn gọn</translation>
    </message>
    <message>
        <source>Stay on &amp;Top</source>
        <translation>&amp;Luôn ở trên cùng</translation>
    </message>
    <message>
        <source>Unshade</source>
        <translation>Bỏ cuộn gọn</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>&lt;h3&gt;About Qt&lt;/h3&gt;&lt;p&gt;This program uses Qt version %1.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Giới thiệu về Qt&lt;/h3&gt;&lt;p&gt;Chương trình này dùng Qt phiên bản %1.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Qt is a C++ toolkit for cross-platform application development.&lt;/p&gt;&lt;p&gt;Qt provides single-source portability across all major desktop operating systems. It is also available for embedded Linux and other embedded and mobile operating systems.&lt;/p&gt;&lt;p&gt;Qt is available under multiple licensing options designed to accommodate the needs of our various users.&lt;/p&gt;&lt;p&gt;Qt licensed under our commercial license agreement is appropriate for development of proprietary/commercial software where you do not want to share any source code with third parties or otherwise cannot comply with the terms of GNU (L)GPL.&lt;/p&gt;&lt;p&gt;Qt licensed under GNU (L)GPL is appropriate for the development of Qt&amp;nbsp;applications provided you can comply with the terms and conditions of the respective licenses.&lt;/p&gt;&lt;p&gt;Please see &lt;a href=&quot;http://%2/&quot;&gt;%2&lt;/a&gt; for an overview of Qt licensing.&lt;/p&gt;&lt;p&gt;Copyright (C) %1 The Qt Company Ltd and other contributors.&lt;/p&gt;&lt;p&gt;Qt and the Qt logo are trademarks of The Qt Company Ltd.&lt;/p&gt;&lt;p&gt;Qt is The Qt Company Ltd product developed as an open source project. See &lt;a href=&quot;http://%3/&quot;&gt;%3&lt;/a&gt; for more information.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Qt là bộ công cụ C++ để phát triển ứng dụng đa nền tảng.&lt;/p&gt;&lt;p&gt;Với một mã nguồn duy nhất, Qt cho phép chạy ứng dụng trên mọi hệ điều hành máy tính để bàn chính. Qt cũng có trên Linux nhúng và trên các hệ điều hành nhúng, hệ điều hành di động khác.&lt;/p&gt;&lt;p&gt;Qt được cung cấp theo nhiều hình thức giấy phép để đáp ứng nhu cầu của các nhóm người dùng khác nhau.&lt;/p&gt;&lt;p&gt;Qt theo giấy phép thương mại của chúng tôi phù hợp để phát triển phần mềm độc quyền hoặc phần mềm thương mại khi bạn không muốn chia sẻ mã nguồn với bên thứ ba hoặc không thể tuân thủ các điều khoản của GNU (L)GPL.&lt;/p&gt;&lt;p&gt;Qt theo giấy phép GNU (L)GPL phù hợp để phát triển ứng dụng&amp;nbsp;Qt với điều kiện bạn tuân thủ được các điều khoản của giấy phép tương ứng.&lt;/p&gt;&lt;p&gt;Xem tổng quan về giấy phép Qt tại &lt;a href=&quot;http://%2/&quot;&gt;%2&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;Bản quyền (C) %1 The Qt Company Ltd và những người đóng góp khác.&lt;/p&gt;&lt;p&gt;Qt và biểu trưng Qt là nhãn hiệu của The Qt Company Ltd.&lt;/p&gt;&lt;p&gt;Qt là sản phẩm của The Qt Company Ltd, được phát triển như một dự án mã nguồn mở. Xem thêm thông tin tại &lt;a href=&quot;http://%3/&quot;&gt;%3&lt;/a&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Qt is a C++ toolkit for cross-platform application development.&lt;/p&gt;&lt;p&gt;Qt provides single-source portability across all major desktop operating systems. It is also available for embedded Linux and other embedded and mobile operating systems.&lt;/p&gt;&lt;p&gt;Qt is available under multiple licensing options designed to accommodate the needs of our various users.&lt;/p&gt;&lt;p&gt;Qt licensed under our commercial license agreement is appropriate for development of proprietary/commercial software where you do not want to share any source code with third parties or otherwise cannot comply with the terms of GNU (L)GPL.&lt;/p&gt;&lt;p&gt;Qt licensed under GNU (L)GPL is appropriate for the development of Qt&amp;nbsp;applications provided you can comply with the terms and conditions of the respective licenses.&lt;/p&gt;&lt;p&gt;Please see &lt;a href=&quot;https://%2/&quot;&gt;%2&lt;/a&gt; for an overview of Qt licensing.&lt;/p&gt;&lt;p&gt;Copyright (C) The Qt Company Ltd. and other contributors.&lt;/p&gt;&lt;p&gt;Qt and the Qt logo are trademarks of The Qt Company Ltd.&lt;/p&gt;&lt;p&gt;Qt is The Qt Company Ltd. product developed as an open source project. See &lt;a href=&quot;https://%3/&quot;&gt;%3&lt;/a&gt; for more information.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Qt là bộ công cụ C++ để phát triển ứng dụng đa nền tảng.&lt;/p&gt;&lt;p&gt;Với một mã nguồn duy nhất, Qt cho phép chạy ứng dụng trên mọi hệ điều hành máy tính để bàn chính. Qt cũng có trên Linux nhúng và trên các hệ điều hành nhúng, hệ điều hành di động khác.&lt;/p&gt;&lt;p&gt;Qt được cung cấp theo nhiều hình thức giấy phép để đáp ứng nhu cầu của các nhóm người dùng khác nhau.&lt;/p&gt;&lt;p&gt;Qt theo giấy phép thương mại của chúng tôi phù hợp để phát triển phần mềm độc quyền hoặc phần mềm thương mại khi bạn không muốn chia sẻ mã nguồn với bên thứ ba hoặc không thể tuân thủ các điều khoản của GNU (L)GPL.&lt;/p&gt;&lt;p&gt;Qt theo giấy phép GNU (L)GPL phù hợp để phát triển ứng dụng&amp;nbsp;Qt với điều kiện bạn tuân thủ được các điều khoản của giấy phép tương ứng.&lt;/p&gt;&lt;p&gt;Xem tổng quan về giấy phép Qt tại &lt;a href=&quot;https://%2/&quot;&gt;%2&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;Bản quyền (C) The Qt Company Ltd. và những người đóng góp khác.&lt;/p&gt;&lt;p&gt;Qt và biểu trưng Qt là nhãn hiệu của The Qt Company Ltd.&lt;/p&gt;&lt;p&gt;Qt là sản phẩm của The Qt Company Ltd., được phát triển như một dự án mã nguồn mở. Xem thêm thông tin tại &lt;a href=&quot;https://%3/&quot;&gt;%3&lt;/a&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Giới thiệu về Qt</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Ẩn chi tiết...</translation>
    </message>
    <message>
        <source>Show Details...</source>
        <translation>Hiện chi tiết...</translation>
    </message>
</context>
<context>
    <name>QMimeType</name>
    <message>
        <source>3D Studio (V1)</source>
        <translation>3D Studio (V1)</translation>
    </message>
    <message>
        <source>3D manufacturing format</source>
        <translation>Định dạng chế tạo 3D</translation>
    </message>
    <message>
        <source>3d imaging data exchange</source>
        <translation>Định dạng trao đổi dữ liệu hình ảnh 3D</translation>
    </message>
    <message>
        <source>7-zip archive</source>
        <translation>Tệp nén 7-zip</translation>
    </message>
    <message>
        <source>A lossless image compression standard from the
      Joint Bi-level Image Experts Group.</source>
        <translation>Chuẩn nén ảnh không mất dữ liệu của
      Nhóm chuyên gia ảnh hai mức (JBIG).</translation>
    </message>
    <message>
        <source>ACES Image Container File</source>
        <translation>Tệp ảnh ACES</translation>
    </message>
    <message>
        <source>ARC</source>
        <translation>Tệp nén ARC</translation>
    </message>
    <message>
        <source>ASP .NET</source>
        <translation>ASP .NET</translation>
    </message>
    <message>
        <source>ASPRS Lidar Data Exchange Format</source>
        <translation>Định dạng trao đổi dữ liệu Lidar của ASPRS</translation>
    </message>
    <message>
        <source>AV1 Image File</source>
        <translation>Tệp ảnh AV1</translation>
    </message>
    <message>
        <source>AWK script</source>
        <translation>Tập lệnh AWK</translation>
    </message>
    <message>
        <source>ActionScript source code</source>
        <translation>Mã nguồn ActionScript</translation>
    </message>
    <message>
        <source>Active Server Page</source>
        <translation>Trang máy chủ ASP</translation>
    </message>
    <message>
        <source>Ada source code</source>
        <translation>Mã nguồn Ada</translation>
    </message>
    <message>
        <source>Adobe Digital Negative</source>
        <translation>Ảnh âm bản số Adobe</translation>
    </message>
    <message>
        <source>Adobe Flash</source>
        <translation>Adobe Flash</translation>
    </message>
    <message>
        <source>Adobe Font Metric</source>
        <translation>Số đo phông chữ Adobe</translation>
    </message>
    <message>
        <source>Adobe Illustrator Artwork</source>
        <translation>Hình vẽ Adobe Illustrator</translation>
    </message>
    <message>
        <source>Adobe Illustrator Artwork -- the older postscript based AI files</source>
        <translation>Hình vẽ Adobe Illustrator -- tệp AI cũ dựa trên PostScript</translation>
    </message>
    <message>
        <source>Adobe InDesign Interchange format</source>
        <translation>Định dạng trao đổi Adobe InDesign</translation>
    </message>
    <message>
        <source>Adobe InDesign document</source>
        <translation>Tài liệu Adobe InDesign</translation>
    </message>
    <message>
        <source>Adobe MIF File</source>
        <translation>Tệp Adobe MIF</translation>
    </message>
    <message>
        <source>American Newspaper Publishers Association Wire Feeds</source>
        <translation>Bản tin điện của Hiệp hội các nhà xuất bản báo Mỹ</translation>
    </message>
    <message>
        <source>Amiga Disk File</source>
        <translation>Tệp đĩa Amiga</translation>
    </message>
    <message>
        <source>Apple Icon Image Format</source>
        <translation>Định dạng ảnh biểu tượng Apple</translation>
    </message>
    <message>
        <source>Apple Macintosh QuickDraw/PICT Format</source>
        <translation>Định dạng QuickDraw/PICT của Apple Macintosh</translation>
    </message>
    <message>
        <source>Apple Xcode Memgraph</source>
        <translation>Sơ đồ bộ nhớ Apple Xcode</translation>
    </message>
    <message>
        <source>Apple iBooks Author publication format</source>
        <translation>Định dạng xuất bản Apple iBooks Author</translation>
    </message>
    <message>
        <source>Apple iOS IPA AppStore file</source>
        <translation>Tệp ứng dụng iOS IPA của Apple AppStore</translation>
    </message>
    <message>
        <source>Apple iTunes Binary Property List</source>
        <translation>Danh sách thuộc tính nhị phân Apple iTunes</translation>
    </message>
    <message>
        <source>AppleScript source code</source>
        <translation>Mã nguồn AppleScript</translation>
    </message>
    <message>
        <source>Asciidoc source code</source>
        <translation>Mã nguồn Asciidoc</translation>
    </message>
    <message>
        <source>AspectJ source code</source>
        <translation>Mã nguồn AspectJ</translation>
    </message>
    <message>
        <source>Assembler source code</source>
        <translation>Mã nguồn hợp ngữ</translation>
    </message>
    <message>
        <source>Audio Interchange File Format</source>
        <translation>Âm thanh AIFF</translation>
    </message>
    <message>
        <source>Audio Video Interleave File</source>
        <translation>Phim AVI</translation>
    </message>
    <message>
        <source>AutoCAD DXF</source>
        <translation>Bản vẽ AutoCAD DXF</translation>
    </message>
    <message>
        <source>AutoCAD DXF simplified Binary</source>
        <translation>Bản vẽ AutoCAD DXF nhị phân giản lược</translation>
    </message>
    <message>
        <source>AutoCAD Design Web Format</source>
        <translation>Bản vẽ AutoCAD cho web (DWF)</translation>
    </message>
    <message>
        <source>AutoCad Drawing</source>
        <translation>Bản vẽ AutoCad</translation>
    </message>
    <message>
        <source>AxCrypt</source>
        <translation>Tệp mã hóa AxCrypt</translation>
    </message>
    <message>
        <source>BZip2 compressed tar file</source>
        <translation>Tệp tar nén BZip2</translation>
    </message>
    <message>
        <source>Basic source code</source>
        <translation>Mã nguồn Basic</translation>
    </message>
    <message>
        <source>Berkeley DB</source>
        <translation>Cơ sở dữ liệu Berkeley</translation>
    </message>
    <message>
        <source>Better Portable Graphics</source>
        <translation>Ảnh BPG</translation>
    </message>
    <message>
        <source>BizAgi Process Modeler</source>
        <translation>Mô hình quy trình BizAgi</translation>
    </message>
    <message>
        <source>Brookhaven Protein Databank File</source>
        <translation>Tệp dữ liệu protein Brookhaven</translation>
    </message>
    <message>
        <source>Bzip 2 UNIX Compressed File</source>
        <translation>Tệp nén Bzip 2 UNIX</translation>
    </message>
    <message>
        <source>C source code</source>
        <translation>Mã nguồn C</translation>
    </message>
    <message>
        <source>C source code header</source>
        <translation>Tệp tiêu đề mã nguồn C</translation>
    </message>
    <message>
        <source>C# source code</source>
        <translation>Mã nguồn C#</translation>
    </message>
    <message>
        <source>C++ source code</source>
        <translation>Mã nguồn C++</translation>
    </message>
    <message>
        <source>C++ source code header</source>
        <translation>Tệp tiêu đề mã nguồn C++</translation>
    </message>
    <message>
        <source>CD Audio</source>
        <translation>Âm thanh đĩa CD</translation>
    </message>
    <message>
        <source>CGI script</source>
        <translation>Tập lệnh CGI</translation>
    </message>
    <message>
        <source>COBOL source code</source>
        <translation>Mã nguồn COBOL</translation>
    </message>
    <message>
        <source>Canon raw image</source>
        <translation>Ảnh thô Canon</translation>
    </message>
    <message>
        <source>Canon raw image, version 2, TIFF-based</source>
        <translation>Ảnh thô Canon, phiên bản 2, dựa trên TIFF</translation>
    </message>
    <message>
        <source>Canon raw image, version 3, Quicktime-based</source>
        <translation>Ảnh thô Canon, phiên bản 3, dựa trên Quicktime</translation>
    </message>
    <message>
        <source>Cascading Style Sheet</source>
        <translation>Bảng định kiểu CSS</translation>
    </message>
    <message>
        <source>Casio raw image</source>
        <translation>Ảnh thô Casio</translation>
    </message>
    <message>
        <source>Chrome Extension Package</source>
        <translation>Gói mở rộng Chrome</translation>
    </message>
    <message>
        <source>Clojure source code</source>
        <translation>Mã nguồn Clojure</translation>
    </message>
    <message>
        <source>CoffeeScript source code</source>
        <translation>Mã nguồn CoffeeScript</translation>
    </message>
    <message>
        <source>ColdFusion source code</source>
        <translation>Mã nguồn ColdFusion</translation>
    </message>
    <message>
        <source>Common Lisp source code</source>
        <translation>Mã nguồn Common Lisp</translation>
    </message>
    <message>
        <source>Compiled WML Document</source>
        <translation>Tài liệu WML đã biên dịch</translation>
    </message>
    <message>
        <source>Compiled WML Script</source>
        <translation>Tập lệnh WML đã biên dịch</translation>
    </message>
    <message>
        <source>Compressed Archive File</source>
        <translation>Tệp lưu trữ nén</translation>
    </message>
    <message>
        <source>Compressed Enhanced Metafile</source>
        <translation>Siêu tệp nâng cao nén</translation>
    </message>
    <message>
        <source>Compressed postscript</source>
        <translation>Tài liệu PostScript nén</translation>
    </message>
    <message>
        <source>Computer Graphics Metafile</source>
        <translation>Siêu tệp đồ họa máy tính</translation>
    </message>
    <message>
        <source>Concise Binary Object Representation container</source>
        <translation>Tệp chứa biểu diễn đối tượng nhị phân gọn (CBOR)</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Tệp cấu hình</translation>
    </message>
    <message>
        <source>Cooltalk Audio</source>
        <translation>Âm thanh Cooltalk</translation>
    </message>
    <message>
        <source>Core Audio Format</source>
        <translation>Định dạng âm thanh Core Audio</translation>
    </message>
    <message>
        <source>Core dump</source>
        <translation>Bản kết xuất bộ nhớ</translation>
    </message>
    <message>
        <source>CorelDraw</source>
        <translation>Hình vẽ CorelDraw</translation>
    </message>
    <message>
        <source>D source code</source>
        <translation>Mã nguồn D</translation>
    </message>
    <message>
        <source>DICOM medical imaging data</source>
        <translation>Dữ liệu hình ảnh y tế DICOM</translation>
    </message>
    <message>
        <source>DOS/Windows executable (EXE)</source>
        <translation>Tệp thực thi DOS/Windows (EXE)</translation>
    </message>
    <message>
        <source>DVD information file</source>
        <translation>Tệp thông tin DVD</translation>
    </message>
    <message>
        <source>Dalvik Executable Format</source>
        <translation>Định dạng thực thi Dalvik</translation>
    </message>
    <message>
        <source>Darwin Information Typing Architecture</source>
        <translation>Kiến trúc tài liệu DITA</translation>
    </message>
    <message>
        <source>Desktop file</source>
        <translation>Tệp lối tắt màn hình nền</translation>
    </message>
    <message>
        <source>Digital Picture Exchange from SMPTE</source>
        <translation>Ảnh phim số DPX của SMPTE</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Dolby Digital Audio Compression File</source>
        <translation>Tệp âm thanh nén Dolby Digital</translation>
    </message>
    <message>
        <source>EBU-STL subtitles</source>
        <translation>Phụ đề EBU-STL</translation>
    </message>
    <message>
        <source>ESRI Layer file</source>
        <translation>Tệp lớp bản đồ ESRI</translation>
    </message>
    <message>
        <source>ESRI Shapefiles</source>
        <translation>Tệp hình dạng bản đồ ESRI</translation>
    </message>
    <message>
        <source>Eiffel source code</source>
        <translation>Mã nguồn Eiffel</translation>
    </message>
    <message>
        <source>Electronic Publication</source>
        <translation>Sách điện tử EPUB</translation>
    </message>
    <message>
        <source>Emacs Lisp bytecode</source>
        <translation>Mã byte Emacs Lisp</translation>
    </message>
    <message>
        <source>Emacs Lisp source code</source>
        <translation>Mã nguồn Emacs Lisp</translation>
    </message>
    <message>
        <source>Empty document</source>
        <translation>Tài liệu trống</translation>
    </message>
    <message>
        <source>Enhanced Metafile</source>
        <translation>Siêu tệp nâng cao</translation>
    </message>
    <message>
        <source>Epson raw image</source>
        <translation>Ảnh thô Epson</translation>
    </message>
    <message>
        <source>Erlang source code</source>
        <translation>Mã nguồn Erlang</translation>
    </message>
    <message>
        <source>Excel 2003 xml format, pre-ooxml</source>
        <translation>Định dạng xml của Excel 2003, trước ooxml</translation>
    </message>
    <message>
        <source>Expect Script</source>
        <translation>Tập lệnh Expect</translation>
    </message>
    <message>
        <source>Extended Associated Signature Container</source>
        <translation>Tệp chứa chữ ký số liên kết mở rộng (ASiC-E)</translation>
    </message>
    <message>
        <source>Extensible Markup Language</source>
        <translation>Tài liệu XML</translation>
    </message>
    <message>
        <source>FictionBook document</source>
        <translation>Tài liệu FictionBook</translation>
    </message>
    <message>
        <source>FileMaker Pro 7</source>
        <translation>FileMaker Pro 7</translation>
    </message>
    <message>
        <source>First match LZ4 Frame</source>
        <translation>Khung LZ4 khớp đầu tiên</translation>
    </message>
    <message>
        <source>Flexible Image Transport System</source>
        <translation>Ảnh thiên văn FITS</translation>
    </message>
    <message>
        <source>Flow Cytometry Standard File</source>
        <translation>Tệp dữ liệu đo tế bào dòng chảy</translation>
    </message>
    <message>
        <source>Forms Data Format</source>
        <translation>Định dạng dữ liệu biểu mẫu FDF</translation>
    </message>
    <message>
        <source>Forth source code</source>
        <translation>Mã nguồn Forth</translation>
    </message>
    <message>
        <source>Fortran source code</source>
        <translation>Mã nguồn Fortran</translation>
    </message>
    <message>
        <source>Foxmail Email File</source>
        <translation>Tệp thư Foxmail</translation>
    </message>
    <message>
        <source>FrameMaker Interchange Format</source>
        <translation>Định dạng trao đổi FrameMaker</translation>
    </message>
    <message>
        <source>Free Lossless Audio Codec</source>
        <translation>Âm thanh FLAC không mất dữ liệu</translation>
    </message>
    <message>
        <source>FreeHand image</source>
        <translation>Ảnh FreeHand</translation>
    </message>
    <message>
        <source>Fuji raw image</source>
        <translation>Ảnh thô Fuji</translation>
    </message>
    <message>
        <source>GIMP Image File</source>
        <translation>Tệp ảnh GIMP</translation>
    </message>
    <message>
        <source>GNU tar Compressed File Archive (GNU Tape Archive)</source>
        <translation>Tệp nén tar GNU (tệp lưu trữ băng GNU)</translation>
    </message>
    <message>
        <source>General Regularly-distributed Information in Binary form</source>
        <translation>Thông tin lưới đều ở dạng nhị phân (GRIB)</translation>
    </message>
    <message>
        <source>Go source code</source>
        <translation>Mã nguồn Go</translation>
    </message>
    <message>
        <source>Graphics Interchange Format</source>
        <translation>Ảnh GIF</translation>
    </message>
    <message>
        <source>Graphviz Graph Visualization Software</source>
        <translation>Đồ thị Graphviz</translation>
    </message>
    <message>
        <source>Groovy source code</source>
        <translation>Mã nguồn Groovy</translation>
    </message>
    <message>
        <source>Guitar Pro</source>
        <translation>Bản nhạc Guitar Pro</translation>
    </message>
    <message>
        <source>Gzip Compressed Archive</source>
        <translation>Tệp nén Gzip</translation>
    </message>
    <message>
        <source>HAML source code</source>
        <translation>Mã nguồn HAML</translation>
    </message>
    <message>
        <source>HEIF - High Efficiency Image File</source>
        <translation>HEIF - Tệp ảnh hiệu suất cao</translation>
    </message>
    <message>
        <source>HEIF Image using HEVC Codec</source>
        <translation>Ảnh HEIF dùng bộ mã hóa HEVC</translation>
    </message>
    <message>
        <source>HEIF Sequence - High Efficiency Image Sequence</source>
        <translation>Chuỗi ảnh HEIF - Chuỗi ảnh hiệu suất cao</translation>
    </message>
    <message>
        <source>HEIF Sequence using HEVC Codec</source>
        <translation>Chuỗi ảnh HEIF dùng bộ mã hóa HEVC</translation>
    </message>
    <message>
        <source>Hangul Word Processor File</source>
        <translation>Tài liệu văn bản Hangul</translation>
    </message>
    <message>
        <source>Hangul Word Processor File v5</source>
        <translation>Tài liệu văn bản Hangul v5</translation>
    </message>
    <message>
        <source>Hangul Word Processor File, zip based</source>
        <translation>Tài liệu văn bản Hangul, dựa trên zip</translation>
    </message>
    <message>
        <source>Haskell source code</source>
        <translation>Mã nguồn Haskell</translation>
    </message>
    <message>
        <source>Hasselblad raw image</source>
        <translation>Ảnh thô Hasselblad</translation>
    </message>
    <message>
        <source>Haxe source code</source>
        <translation>Mã nguồn Haxe</translation>
    </message>
    <message>
        <source>Hierarchical Data Format File</source>
        <translation>Tệp dữ liệu phân cấp HDF</translation>
    </message>
    <message>
        <source>HyperText Markup Language</source>
        <translation>Trang HTML</translation>
    </message>
    <message>
        <source>IDML</source>
        <translation>Tài liệu IDML</translation>
    </message>
    <message>
        <source>ISA-Tab Assay file</source>
        <translation>Tệp thử nghiệm ISA-Tab</translation>
    </message>
    <message>
        <source>ISA-Tab Investigation file</source>
        <translation>Tệp khảo sát ISA-Tab</translation>
    </message>
    <message>
        <source>ISA-Tab Study file</source>
        <translation>Tệp nghiên cứu ISA-Tab</translation>
    </message>
    <message>
        <source>ISO 9660 CD-ROM filesystem data</source>
        <translation>Dữ liệu hệ thống tệp CD-ROM ISO 9660</translation>
    </message>
    <message>
        <source>Imacon raw image</source>
        <translation>Ảnh thô Imacon</translation>
    </message>
    <message>
        <source>Initial Graphics Exchange Specification Format</source>
        <translation>Định dạng trao đổi đồ họa IGES</translation>
    </message>
    <message>
        <source>Interface Definition Language</source>
        <translation>Ngôn ngữ mô tả giao diện IDL</translation>
    </message>
    <message>
        <source>JDF NMR Spectroscopy</source>
        <translation>Dữ liệu phổ NMR của JDF</translation>
    </message>
    <message>
        <source>JPEG 2000 Codestream</source>
        <translation>Luồng mã JPEG 2000</translation>
    </message>
    <message>
        <source>JPEG 2000 Container Format</source>
        <translation>Định dạng chứa JPEG 2000</translation>
    </message>
    <message>
        <source>JPEG 2000 Part 1 (JP2)</source>
        <translation>JPEG 2000 Phần 1 (JP2)</translation>
    </message>
    <message>
        <source>JPEG 2000 Part 2 (JPX)</source>
        <translation>JPEG 2000 Phần 2 (JPX)</translation>
    </message>
    <message>
        <source>JPEG 2000 Part 3 (Motion JPEG, MJ2)</source>
        <translation>JPEG 2000 Phần 3 (Motion JPEG, MJ2)</translation>
    </message>
    <message>
        <source>JPEG 2000 Part 6 (JPM)</source>
        <translation>JPEG 2000 Phần 6 (JPM)</translation>
    </message>
    <message>
        <source>JPEG XL</source>
        <translation>Ảnh JPEG XL</translation>
    </message>
    <message>
        <source>Java Archive</source>
        <translation>Tệp lưu trữ Java</translation>
    </message>
    <message>
        <source>Java Class File</source>
        <translation>Tệp lớp Java</translation>
    </message>
    <message>
        <source>Java Keystore</source>
        <translation>Kho khóa Java</translation>
    </message>
    <message>
        <source>Java Native Library for OSX</source>
        <translation>Thư viện Java cho OSX</translation>
    </message>
    <message>
        <source>Java Properties</source>
        <translation>Tệp thuộc tính Java</translation>
    </message>
    <message>
        <source>Java Server Page</source>
        <translation>Trang máy chủ Java</translation>
    </message>
    <message>
        <source>Java hprof text file</source>
        <translation>Tệp văn bản Java hprof</translation>
    </message>
    <message>
        <source>Java source code</source>
        <translation>Mã nguồn Java</translation>
    </message>
    <message>
        <source>JavaScript Source Code</source>
        <translation>Mã nguồn JavaScript</translation>
    </message>
    <message>
        <source>Jigsaw Download</source>
        <translation>Tệp tải xuống Jigsaw</translation>
    </message>
    <message>
        <source>Joint Photographic Experts Group</source>
        <translation>Ảnh JPEG</translation>
    </message>
    <message>
        <source>KChart File</source>
        <translation>Tệp KChart</translation>
    </message>
    <message>
        <source>KIllustrator File</source>
        <translation>Tệp KIllustrator</translation>
    </message>
    <message>
        <source>KPresenter File</source>
        <translation>Tệp KPresenter</translation>
    </message>
    <message>
        <source>KSpread File</source>
        <translation>Tệp KSpread</translation>
    </message>
    <message>
        <source>KWord File</source>
        <translation>Tệp KWord</translation>
    </message>
    <message>
        <source>Keyhole Markup Language</source>
        <translation>Tệp bản đồ KML</translation>
    </message>
    <message>
        <source>Kodak raw image</source>
        <translation>Ảnh thô Kodak</translation>
    </message>
    <message>
        <source>LESS source code</source>
        <translation>Mã nguồn LESS</translation>
    </message>
    <message>
        <source>LZMA compressed archive</source>
        <translation>Tệp nén LZMA</translation>
    </message>
    <message>
        <source>LaTeX Source Document</source>
        <translation>Tài liệu nguồn LaTeX</translation>
    </message>
    <message>
        <source>Leaf raw image</source>
        <translation>Ảnh thô Leaf</translation>
    </message>
    <message>
        <source>Lex/Flex source code</source>
        <translation>Mã nguồn Lex/Flex</translation>
    </message>
    <message>
        <source>Logitech raw image</source>
        <translation>Ảnh thô Logitech</translation>
    </message>
    <message>
        <source>Lotus 1-2-3</source>
        <translation>Bảng tính Lotus 1-2-3</translation>
    </message>
    <message>
        <source>Lotus 1-2-3, version 1</source>
        <translation>Bảng tính Lotus 1-2-3, phiên bản 1</translation>
    </message>
    <message>
        <source>Lotus 1-2-3, version 2</source>
        <translation>Bảng tính Lotus 1-2-3, phiên bản 2</translation>
    </message>
    <message>
        <source>Lotus 1-2-3, version 3</source>
        <translation>Bảng tính Lotus 1-2-3, phiên bản 3</translation>
    </message>
    <message>
        <source>Lotus 1-2-3, version 4-5</source>
        <translation>Bảng tính Lotus 1-2-3, phiên bản 4-5</translation>
    </message>
    <message>
        <source>Lotus 1-2-3, version 97/9.x</source>
        <translation>Bảng tính Lotus 1-2-3, phiên bản 97/9.x</translation>
    </message>
    <message>
        <source>Lua source code</source>
        <translation>Mã nguồn Lua</translation>
    </message>
    <message>
        <source>Lzip (LZMA) compressed archive</source>
        <translation>Tệp nén Lzip (LZMA)</translation>
    </message>
    <message>
        <source>MATLAB data file</source>
        <translation>Tệp dữ liệu MATLAB</translation>
    </message>
    <message>
        <source>MIME Encapsulation of Aggregate HTML Documents</source>
        <translation>Tài liệu HTML đóng gói MIME</translation>
    </message>
    <message>
        <source>ML source code</source>
        <translation>Mã nguồn ML</translation>
    </message>
    <message>
        <source>MP3 Playlist File</source>
        <translation>Danh sách phát MP3</translation>
    </message>
    <message>
        <source>MP4 container format</source>
        <translation>Định dạng chứa MP4</translation>
    </message>
    <message>
        <source>MPEG Movie Clip</source>
        <translation>Đoạn phim MPEG</translation>
    </message>
    <message>
        <source>MPEG-1 Audio Layer 3</source>
        <translation>Âm thanh MPEG-1 lớp 3 (MP3)</translation>
    </message>
    <message>
        <source>MS-DOS compression szzd</source>
        <translation>Tệp nén szzd của MS-DOS</translation>
    </message>
    <message>
        <source>Mach-O</source>
        <translation>Mach-O</translation>
    </message>
    <message>
        <source>Mach-O Universal</source>
        <translation>Mach-O đa kiến trúc</translation>
    </message>
    <message>
        <source>Mach-O core file</source>
        <translation>Tệp kết xuất bộ nhớ Mach-O</translation>
    </message>
    <message>
        <source>Mach-O debug symbols file</source>
        <translation>Tệp ký hiệu gỡ lỗi Mach-O</translation>
    </message>
    <message>
        <source>Mach-O dynamic bundle</source>
        <translation>Gói động Mach-O</translation>
    </message>
    <message>
        <source>Mach-O dynamic link editor</source>
        <translation>Trình liên kết động Mach-O</translation>
    </message>
    <message>
        <source>Mach-O dynamic shared library</source>
        <translation>Thư viện động dùng chung Mach-O</translation>
    </message>
    <message>
        <source>Mach-O executable</source>
        <translation>Tệp thực thi Mach-O</translation>
    </message>
    <message>
        <source>Mach-O fixed VM shared library</source>
        <translation>Thư viện dùng chung có bộ nhớ ảo cố định Mach-O</translation>
    </message>
    <message>
        <source>Mach-O kext bundle</source>
        <translation>Gói kext Mach-O</translation>
    </message>
    <message>
        <source>Mach-O preloaded executable</source>
        <translation>Tệp thực thi nạp sẵn Mach-O</translation>
    </message>
    <message>
        <source>Mach-O relocatable object file</source>
        <translation>Tệp đối tượng định vị lại được Mach-O</translation>
    </message>
    <message>
        <source>Mach-O shared library for static linking</source>
        <translation>Thư viện dùng chung để liên kết tĩnh Mach-O</translation>
    </message>
    <message>
        <source>Macromedia FutureSplash File</source>
        <translation>Tệp Macromedia FutureSplash</translation>
    </message>
    <message>
        <source>Magic Shadow Archiver</source>
        <translation>Tệp nén đĩa Magic Shadow</translation>
    </message>
    <message>
        <source>Makefile build file</source>
        <translation>Tệp biên dịch Makefile</translation>
    </message>
    <message>
        <source>Mamiya raw image</source>
        <translation>Ảnh thô Mamiya</translation>
    </message>
    <message>
        <source>Markdown document</source>
        <translation>Tài liệu Markdown</translation>
    </message>
    <message>
        <source>Markdown source code</source>
        <translation>Mã nguồn Markdown</translation>
    </message>
    <message>
        <source>Matlab source code</source>
        <translation>Mã nguồn Matlab</translation>
    </message>
    <message>
        <source>Matroska Media Container</source>
        <translation>Định dạng chứa Matroska</translation>
    </message>
    <message>
        <source>MicroStation v7 drawing</source>
        <translation>Bản vẽ MicroStation v7</translation>
    </message>
    <message>
        <source>MicroStation v8 drawing; requires ole2 detector</source>
        <translation>Bản vẽ MicroStation v8; cần bộ nhận dạng ole2</translation>
    </message>
    <message>
        <source>Microsoft Document Imaging</source>
        <translation>Ảnh tài liệu Microsoft Document Imaging</translation>
    </message>
    <message>
        <source>Microsoft Excel 2 Worksheet</source>
        <translation>Trang tính Microsoft Excel 2</translation>
    </message>
    <message>
        <source>Microsoft Excel 2007 Binary Spreadsheet</source>
        <translation>Bảng tính nhị phân Microsoft Excel 2007</translation>
    </message>
    <message>
        <source>Microsoft Excel 3 Worksheet</source>
        <translation>Trang tính Microsoft Excel 3</translation>
    </message>
    <message>
        <source>Microsoft Excel 3 Workspace</source>
        <translation>Không gian làm việc Microsoft Excel 3</translation>
    </message>
    <message>
        <source>Microsoft Excel 4 Worksheet</source>
        <translation>Trang tính Microsoft Excel 4</translation>
    </message>
    <message>
        <source>Microsoft Excel 4 Workspace</source>
        <translation>Không gian làm việc Microsoft Excel 4</translation>
    </message>
    <message>
        <source>Microsoft Excel Spreadsheet</source>
        <translation>Bảng tính Microsoft Excel</translation>
    </message>
    <message>
        <source>Microsoft National Language Support</source>
        <translation>Tệp hỗ trợ ngôn ngữ quốc gia của Microsoft</translation>
    </message>
    <message>
        <source>Microsoft Outlook Message</source>
        <translation>Thư Microsoft Outlook</translation>
    </message>
    <message>
        <source>Microsoft Powerpoint Presentation</source>
        <translation>Bản trình chiếu Microsoft Powerpoint</translation>
    </message>
    <message>
        <source>Microsoft Visio Diagram</source>
        <translation>Sơ đồ Microsoft Visio</translation>
    </message>
    <message>
        <source>Microsoft Windows Installer</source>
        <translation>Bộ cài đặt Microsoft Windows</translation>
    </message>
    <message>
        <source>Microsoft Word 2 Document</source>
        <translation>Tài liệu Microsoft Word 2</translation>
    </message>
    <message>
        <source>Microsoft Word 5 Document</source>
        <translation>Tài liệu Microsoft Word 5</translation>
    </message>
    <message>
        <source>Microsoft Word Document</source>
        <translation>Tài liệu Microsoft Word</translation>
    </message>
    <message>
        <source>MindManager</source>
        <translation>Sơ đồ tư duy MindManager</translation>
    </message>
    <message>
        <source>Minolta raw image</source>
        <translation>Ảnh thô Minolta</translation>
    </message>
    <message>
        <source>Mobipocket Ebook</source>
        <translation>Sách điện tử Mobipocket</translation>
    </message>
    <message>
        <source>Modified Maximum Method Digisonde Portable Sounder File format</source>
        <translation>Định dạng tệp đo tầng điện ly Digisonde theo phương pháp cực đại cải tiến</translation>
    </message>
    <message>
        <source>Modula source code</source>
        <translation>Mã nguồn Modula</translation>
    </message>
    <message>
        <source>Musical Instrument Digital Interface</source>
        <translation>Âm thanh MIDI</translation>
    </message>
    <message>
        <source>MySQL MISAM Compressed Index</source>
        <translation>Chỉ mục nén MISAM của MySQL</translation>
    </message>
    <message>
        <source>MySQL MISAM Data</source>
        <translation>Dữ liệu MISAM của MySQL</translation>
    </message>
    <message>
        <source>MySQL MISAM Index</source>
        <translation>Chỉ mục MISAM của MySQL</translation>
    </message>
    <message>
        <source>MySQL Table Definition (Format)</source>
        <translation>Định nghĩa (định dạng) bảng MySQL</translation>
    </message>
    <message>
        <source>NV5 Geospatial Interactive Data Language Save File</source>
        <translation>Tệp lưu ngôn ngữ IDL của NV5 Geospatial</translation>
    </message>
    <message>
        <source>Navy Interchange File Format</source>
        <translation>Định dạng trao đổi tệp của Hải quân Mỹ</translation>
    </message>
    <message>
        <source>Nikon raw image</source>
        <translation>Ảnh thô Nikon</translation>
    </message>
    <message>
        <source>Nintendo Entertainment System ROM</source>
        <translation>Bộ nhớ trò chơi Nintendo (NES)</translation>
    </message>
    <message>
        <source>ONline Information eXchange (ONIX) for books</source>
        <translation>Trao đổi thông tin trực tuyến về sách (ONIX)</translation>
    </message>
    <message>
        <source>OS2 bitmap array</source>
        <translation>Mảng ảnh bitmap OS2</translation>
    </message>
    <message>
        <source>Objective-C source code</source>
        <translation>Mã nguồn Objective-C</translation>
    </message>
    <message>
        <source>Ocaml source code</source>
        <translation>Mã nguồn Ocaml</translation>
    </message>
    <message>
        <source>Office Open XML Document</source>
        <translation>Tài liệu Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Document (macro-enabled)</source>
        <translation>Tài liệu Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Document Template</source>
        <translation>Mẫu tài liệu Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Document Template (macro-enabled)</source>
        <translation>Mẫu tài liệu Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Presentation</source>
        <translation>Bản trình bày Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Presentation (macro-enabled)</source>
        <translation>Bản trình bày Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Presentation Add-in (macro-enabled)</source>
        <translation>Phần bổ trợ trình bày Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Presentation Slideshow</source>
        <translation>Bản trình chiếu Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Presentation Slideshow (macro-enabled)</source>
        <translation>Bản trình chiếu Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Presentation Template</source>
        <translation>Mẫu trình bày Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Visio Drawing (macro-enabled)</source>
        <translation>Bản vẽ Visio Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Visio Drawing (macro-free)</source>
        <translation>Bản vẽ Visio Office Open XML (không có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Visio Stencil (macro-enabled)</source>
        <translation>Bộ hình mẫu Visio Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Visio Stencil (macro-free)</source>
        <translation>Bộ hình mẫu Visio Office Open XML (không có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Visio Template (macro-enabled)</source>
        <translation>Mẫu Visio Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Visio Template (macro-free)</source>
        <translation>Mẫu Visio Office Open XML (không có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Workbook</source>
        <translation>Bảng tính Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Workbook (macro-enabled)</source>
        <translation>Bảng tính Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Workbook Add-in (macro-enabled)</source>
        <translation>Phần bổ trợ bảng tính Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Office Open XML Workbook Template</source>
        <translation>Mẫu bảng tính Office Open XML</translation>
    </message>
    <message>
        <source>Office Open XML Workbook Template (macro-enabled)</source>
        <translation>Mẫu bảng tính Office Open XML (có macro)</translation>
    </message>
    <message>
        <source>Ogg Daala Video</source>
        <translation>Phim Ogg Daala</translation>
    </message>
    <message>
        <source>Ogg Opus Codec Compressed WAV File</source>
        <translation>Tệp WAV nén bằng Ogg Opus</translation>
    </message>
    <message>
        <source>Ogg Packaged Dirac Video</source>
        <translation>Phim Dirac đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Packaged Free Lossless Audio Codec</source>
        <translation>Âm thanh FLAC đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Packaged OGM Video</source>
        <translation>Phim OGM đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Packaged Raw RGB Video</source>
        <translation>Phim RGB thô đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Packaged Raw UVS Video</source>
        <translation>Phim UVS thô đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Packaged Raw YUV Video</source>
        <translation>Phim YUV thô đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Packaged Unompressed WAV File</source>
        <translation>Tệp WAV không nén đóng gói Ogg</translation>
    </message>
    <message>
        <source>Ogg Speex Codec Compressed WAV File</source>
        <translation>Tệp WAV nén bằng Ogg Speex</translation>
    </message>
    <message>
        <source>Ogg Theora Video</source>
        <translation>Phim Ogg Theora</translation>
    </message>
    <message>
        <source>Ogg Vorbis Audio</source>
        <translation>Âm thanh Ogg Vorbis</translation>
    </message>
    <message>
        <source>Ogg Vorbis Codec Compressed WAV File</source>
        <translation>Tệp WAV nén bằng Ogg Vorbis</translation>
    </message>
    <message>
        <source>Ogg Vorbis Video</source>
        <translation>Phim Ogg Vorbis</translation>
    </message>
    <message>
        <source>Olympus raw image</source>
        <translation>Ảnh thô Olympus</translation>
    </message>
    <message>
        <source>OneNote Package</source>
        <translation>Gói OneNote</translation>
    </message>
    <message>
        <source>Open XML Paper Specification</source>
        <translation>Tài liệu in XPS</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Chart document</source>
        <translation>OpenDocument v1.0: Biểu đồ</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Chart document used as template</source>
        <translation>OpenDocument v1.0: Biểu đồ dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Flat Presentation document</source>
        <translation>OpenDocument v1.0: Bản trình chiếu dạng phẳng</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Flat Spreadsheet document</source>
        <translation>OpenDocument v1.0: Bảng tính dạng phẳng</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Flat Text document</source>
        <translation>OpenDocument v1.0: Tài liệu văn bản dạng phẳng</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Formula document</source>
        <translation>OpenDocument v1.0: Công thức</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Formula document used as template</source>
        <translation>OpenDocument v1.0: Công thức dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Global Text document</source>
        <translation>OpenDocument v1.0: Tài liệu văn bản tổng thể</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Graphics document (Drawing)</source>
        <translation>OpenDocument v1.0: Tài liệu đồ họa (bản vẽ)</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Graphics document used as template</source>
        <translation>OpenDocument v1.0: Tài liệu đồ họa dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Image document</source>
        <translation>OpenDocument v1.0: Tài liệu ảnh</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Image document used as template</source>
        <translation>OpenDocument v1.0: Tài liệu ảnh dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Presentation document</source>
        <translation>OpenDocument v1.0: Bản trình chiếu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Presentation document used as template</source>
        <translation>OpenDocument v1.0: Bản trình chiếu dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Spreadsheet document</source>
        <translation>OpenDocument v1.0: Bảng tính</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Spreadsheet document used as template</source>
        <translation>OpenDocument v1.0: Bảng tính dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Text document</source>
        <translation>OpenDocument v1.0: Tài liệu văn bản</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Text document used as template</source>
        <translation>OpenDocument v1.0: Tài liệu văn bản dùng làm mẫu</translation>
    </message>
    <message>
        <source>OpenDocument v1.0: Text document used as template for HTML documents</source>
        <translation>OpenDocument v1.0: Tài liệu văn bản dùng làm mẫu cho trang HTML</translation>
    </message>
    <message>
        <source>OpenOffice v1.0: Writer Document</source>
        <translation>OpenOffice v1.0: Tài liệu Writer</translation>
    </message>
    <message>
        <source>OpenType Font</source>
        <translation>Phông chữ OpenType</translation>
    </message>
    <message>
        <source>Outlook Personal Folders File Format</source>
        <translation>Tệp thư mục cá nhân Outlook</translation>
    </message>
    <message>
        <source>PHP script</source>
        <translation>Tập lệnh PHP</translation>
    </message>
    <message>
        <source>Panasonic raw image</source>
        <translation>Ảnh thô Panasonic</translation>
    </message>
    <message>
        <source>Pascal source code</source>
        <translation>Mã nguồn Pascal</translation>
    </message>
    <message>
        <source>Password Protected OOXML File</source>
        <translation>Tệp OOXML có mật khẩu</translation>
    </message>
    <message>
        <source>Password Protected iWorks File</source>
        <translation>Tệp iWorks có mật khẩu</translation>
    </message>
    <message>
        <source>Pentax raw image</source>
        <translation>Ảnh thô Pentax</translation>
    </message>
    <message>
        <source>Perl script</source>
        <translation>Tập lệnh Perl</translation>
    </message>
    <message>
        <source>Phase One raw image</source>
        <translation>Ảnh thô Phase One</translation>
    </message>
    <message>
        <source>Photoshop Image</source>
        <translation>Ảnh Photoshop</translation>
    </message>
    <message>
        <source>Planetary Data System Version 3 format</source>
        <translation>Định dạng hệ thống dữ liệu hành tinh (PDS) phiên bản 3</translation>
    </message>
    <message>
        <source>Portable Any Map</source>
        <translation>Ảnh PNM</translation>
    </message>
    <message>
        <source>Portable Bit Map</source>
        <translation>Ảnh đen trắng PBM</translation>
    </message>
    <message>
        <source>Portable Document Format</source>
        <translation>Tài liệu PDF</translation>
    </message>
    <message>
        <source>Portable Graymap Graphic</source>
        <translation>Ảnh thang xám PGM</translation>
    </message>
    <message>
        <source>Portable Network Graphics</source>
        <translation>Ảnh PNG</translation>
    </message>
    <message>
        <source>Portable Sound Format</source>
        <translation>Định dạng âm thanh PSF</translation>
    </message>
    <message>
        <source>PostScript</source>
        <translation>Tài liệu PostScript</translation>
    </message>
    <message>
        <source>Pre-OLE2 (Old) Microsoft Excel Worksheets</source>
        <translation>Trang tính Microsoft Excel cũ (trước OLE2)</translation>
    </message>
    <message>
        <source>Printer Font Metric</source>
        <translation>Số đo phông chữ máy in</translation>
    </message>
    <message>
        <source>Prolog source code</source>
        <translation>Mã nguồn Prolog</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Tập lệnh Python</translation>
    </message>
    <message>
        <source>Qt Markup Language file</source>
        <translation>Tệp ngôn ngữ đánh dấu Qt</translation>
    </message>
    <message>
        <source>Quattro Pro - Corel Spreadsheet (part of WordPerfect Office suite)</source>
        <translation>Quattro Pro - Bảng tính Corel (thuộc bộ WordPerfect Office)</translation>
    </message>
    <message>
        <source>Quattro Pro for DOS, version 1-4</source>
        <translation>Quattro Pro cho DOS, phiên bản 1-4</translation>
    </message>
    <message>
        <source>Quattro Pro for DOS, version 5</source>
        <translation>Quattro Pro cho DOS, phiên bản 5</translation>
    </message>
    <message>
        <source>Quattro Pro for Windows, version 1, 5</source>
        <translation>Quattro Pro cho Windows, phiên bản 1, 5</translation>
    </message>
    <message>
        <source>Quattro Pro for Windows, version 6</source>
        <translation>Quattro Pro cho Windows, phiên bản 6</translation>
    </message>
    <message>
        <source>QuickTime Video</source>
        <translation>Phim QuickTime</translation>
    </message>
    <message>
        <source>QuickTime container format</source>
        <translation>Định dạng chứa QuickTime</translation>
    </message>
    <message>
        <source>R source code</source>
        <translation>Mã nguồn R</translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation>Tệp nén RAR</translation>
    </message>
    <message>
        <source>Rawzor raw image</source>
        <translation>Ảnh thô Rawzor</translation>
    </message>
    <message>
        <source>Real Audio</source>
        <translation>Âm thanh Real</translation>
    </message>
    <message>
        <source>RealMedia Player Plug-in</source>
        <translation>Phần bổ trợ trình phát RealMedia</translation>
    </message>
    <message>
        <source>Red raw image</source>
        <translation>Ảnh thô Red</translation>
    </message>
    <message>
        <source>RedHat Package Manager</source>
        <translation>Gói phần mềm RedHat</translation>
    </message>
    <message>
        <source>Rexx source code</source>
        <translation>Mã nguồn Rexx</translation>
    </message>
    <message>
        <source>Rich Text Format File</source>
        <translation>Tài liệu RTF</translation>
    </message>
    <message>
        <source>Roff/nroff/troff/groff Unformatted Manual Page (UNIX)</source>
        <translation>Trang hướng dẫn Roff/nroff/troff/groff chưa định dạng (UNIX)</translation>
    </message>
    <message>
        <source>Ruby source code</source>
        <translation>Mã nguồn Ruby</translation>
    </message>
    <message>
        <source>SAS Access Descriptor</source>
        <translation>Mô tả truy cập SAS</translation>
    </message>
    <message>
        <source>SAS Audit</source>
        <translation>Nhật ký kiểm tra SAS</translation>
    </message>
    <message>
        <source>SAS Backup</source>
        <translation>Bản sao lưu SAS</translation>
    </message>
    <message>
        <source>SAS Catalog</source>
        <translation>Danh mục SAS</translation>
    </message>
    <message>
        <source>SAS DMDB Data Mining Database File</source>
        <translation>Tệp cơ sở dữ liệu khai phá DMDB của SAS</translation>
    </message>
    <message>
        <source>SAS Data Set</source>
        <translation>Tập dữ liệu SAS</translation>
    </message>
    <message>
        <source>SAS Data Set Index</source>
        <translation>Chỉ mục tập dữ liệu SAS</translation>
    </message>
    <message>
        <source>SAS Data Set View</source>
        <translation>Khung nhìn tập dữ liệu SAS</translation>
    </message>
    <message>
        <source>SAS FDB Consolidation Database File</source>
        <translation>Tệp cơ sở dữ liệu hợp nhất FDB của SAS</translation>
    </message>
    <message>
        <source>SAS Item Store (ItemStor) File</source>
        <translation>Tệp kho mục (ItemStor) của SAS</translation>
    </message>
    <message>
        <source>SAS MDDB Multi-Dimensional Database File</source>
        <translation>Tệp cơ sở dữ liệu nhiều chiều MDDB của SAS</translation>
    </message>
    <message>
        <source>SAS Permanent Utility</source>
        <translation>Tệp tiện ích lâu dài SAS</translation>
    </message>
    <message>
        <source>SAS Program</source>
        <translation>Chương trình SAS</translation>
    </message>
    <message>
        <source>SAS Stored Program (DATA Step)</source>
        <translation>Chương trình lưu trữ SAS (bước DATA)</translation>
    </message>
    <message>
        <source>SAS Transport File</source>
        <translation>Tệp vận chuyển SAS</translation>
    </message>
    <message>
        <source>SAS Utility</source>
        <translation>Tệp tiện ích SAS</translation>
    </message>
    <message>
        <source>SAS XPORT Transfer File</source>
        <translation>Tệp trao đổi SAS XPORT</translation>
    </message>
    <message>
        <source>SAS v6 Data Set</source>
        <translation>Tập dữ liệu SAS v6</translation>
    </message>
    <message>
        <source>SMIL Multimedia</source>
        <translation>Đa phương tiện SMIL</translation>
    </message>
    <message>
        <source>SPSS Data File</source>
        <translation>Tệp dữ liệu SPSS</translation>
    </message>
    <message>
        <source>SQL code</source>
        <translation>Mã SQL</translation>
    </message>
    <message>
        <source>SSEYO Koan File</source>
        <translation>Tệp SSEYO Koan</translation>
    </message>
    <message>
        <source>Scala source code</source>
        <translation>Mã nguồn Scala</translation>
    </message>
    <message>
        <source>Scalable Vector Graphics</source>
        <translation>Đồ họa véc-tơ SVG</translation>
    </message>
    <message>
        <source>Scheme source code</source>
        <translation>Mã nguồn Scheme</translation>
    </message>
    <message>
        <source>Sed code</source>
        <translation>Mã Sed</translation>
    </message>
    <message>
        <source>Sereal binary serialization format</source>
        <translation>Định dạng tuần tự hóa nhị phân Sereal</translation>
    </message>
    <message>
        <source>Shockwave Movie</source>
        <translation>Phim Shockwave</translation>
    </message>
    <message>
        <source>Sibelius</source>
        <translation>Bản nhạc Sibelius</translation>
    </message>
    <message>
        <source>Sigma raw image</source>
        <translation>Ảnh thô Sigma</translation>
    </message>
    <message>
        <source>Silicon Graphics RGB Bitmap</source>
        <translation>Ảnh bitmap RGB Silicon Graphics</translation>
    </message>
    <message>
        <source>Simple Associated Signature Container</source>
        <translation>Tệp chứa chữ ký số liên kết đơn giản (ASiC-S)</translation>
    </message>
    <message>
        <source>Slight Atari Player</source>
        <translation>Âm thanh Slight Atari Player</translation>
    </message>
    <message>
        <source>Smalltalk source code</source>
        <translation>Mã nguồn Smalltalk</translation>
    </message>
    <message>
        <source>Snappy Framed</source>
        <translation>Tệp nén Snappy chia khung</translation>
    </message>
    <message>
        <source>SolidWorks CAD program</source>
        <translation>Bản thiết kế SolidWorks CAD</translation>
    </message>
    <message>
        <source>Sony raw image</source>
        <translation>Ảnh thô Sony</translation>
    </message>
    <message>
        <source>Standard Formatted Data Units (SFDUs) data</source>
        <translation>Dữ liệu đơn vị định dạng chuẩn (SFDU)</translation>
    </message>
    <message>
        <source>Stata DTA Dataset</source>
        <translation>Tập dữ liệu Stata DTA</translation>
    </message>
    <message>
        <source>Stata DTA Script</source>
        <translation>Tập lệnh Stata DTA</translation>
    </message>
    <message>
        <source>SubRip (srt) subtitles</source>
        <translation>Phụ đề SubRip (srt)</translation>
    </message>
    <message>
        <source>TAP (ZX Spectrum)</source>
        <translation>Tệp băng TAP (ZX Spectrum)</translation>
    </message>
    <message>
        <source>TCPDump next gen pcap packet capture</source>
        <translation>Gói tin mạng TCPDump pcap thế hệ mới</translation>
    </message>
    <message>
        <source>TCPDump pcap packet capture</source>
        <translation>Gói tin mạng TCPDump pcap</translation>
    </message>
    <message>
        <source>TMX Translation Memory</source>
        <translation>Bộ nhớ dịch TMX</translation>
    </message>
    <message>
        <source>Tagged Image File Format</source>
        <translation>Ảnh TIFF</translation>
    </message>
    <message>
        <source>Targa image data</source>
        <translation>Dữ liệu ảnh Targa</translation>
    </message>
    <message>
        <source>Tcl script</source>
        <translation>Tập lệnh Tcl</translation>
    </message>
    <message>
        <source>TeX Device Independent Document</source>
        <translation>Tài liệu TeX độc lập thiết bị</translation>
    </message>
    <message>
        <source>TeX Source</source>
        <translation>Mã nguồn TeX</translation>
    </message>
    <message>
        <source>TeX Virtual Font format</source>
        <translation>Định dạng phông chữ ảo TeX</translation>
    </message>
    <message>
        <source>Temporary files created by MSOffice applications</source>
        <translation>Tệp tạm do các ứng dụng MSOffice tạo ra</translation>
    </message>
    <message>
        <source>Text-based (non-binary) Message</source>
        <translation>Thư dạng văn bản (không nhị phân)</translation>
    </message>
    <message>
        <source>TrueType Font</source>
        <translation>Phông chữ TrueType</translation>
    </message>
    <message>
        <source>UNIX CPIO Archive</source>
        <translation>Tệp lưu trữ CPIO của UNIX</translation>
    </message>
    <message>
        <source>UNIX Portable Bitmap Graphic</source>
        <translation>Ảnh bitmap UNIX</translation>
    </message>
    <message>
        <source>UNIX Portable Bitmap Graphic Arbitrary Map</source>
        <translation>Ảnh bitmap UNIX kiểu tùy ý</translation>
    </message>
    <message>
        <source>UNIX/LINUX Shell Script</source>
        <translation>Tập lệnh shell UNIX/LINUX</translation>
    </message>
    <message>
        <source>VB.NET source code</source>
        <translation>Mã nguồn VB.NET</translation>
    </message>
    <message>
        <source>VBScript source code</source>
        <translation>Mã nguồn VBScript</translation>
    </message>
    <message>
        <source>VHDL source code</source>
        <translation>Mã nguồn VHDL</translation>
    </message>
    <message>
        <source>Verilog source code</source>
        <translation>Mã nguồn Verilog</translation>
    </message>
    <message>
        <source>Virtual CD-ROM CD Image File</source>
        <translation>Tệp ảnh đĩa CD-ROM ảo</translation>
    </message>
    <message>
        <source>Virtual Disk Format</source>
        <translation>Định dạng đĩa ảo</translation>
    </message>
    <message>
        <source>Virtual PC Virtual Hard Disk</source>
        <translation>Đĩa cứng ảo Virtual PC</translation>
    </message>
    <message>
        <source>Visio OOXML File</source>
        <translation>Tệp OOXML của Visio</translation>
    </message>
    <message>
        <source>Visual basic source code</source>
        <translation>Mã nguồn Visual basic</translation>
    </message>
    <message>
        <source>WARC</source>
        <translation>Tệp lưu trữ web WARC</translation>
    </message>
    <message>
        <source>WML Script</source>
        <translation>Tập lệnh WML</translation>
    </message>
    <message>
        <source>Web Application Manifest file</source>
        <translation>Tệp khai báo ứng dụng web</translation>
    </message>
    <message>
        <source>Web Assembly</source>
        <translation>Mã Web Assembly</translation>
    </message>
    <message>
        <source>Web Video Text Tracks Format</source>
        <translation>Định dạng phụ đề web (WebVTT)</translation>
    </message>
    <message>
        <source>Windows Batch / Command File</source>
        <translation>Tệp lô / lệnh của Windows</translation>
    </message>
    <message>
        <source>Windows Media Metafile</source>
        <translation>Siêu tệp đa phương tiện Windows</translation>
    </message>
    <message>
        <source>Windows Metafile</source>
        <translation>Siêu tệp Windows</translation>
    </message>
    <message>
        <source>Windows bitmap</source>
        <translation>Ảnh bitmap Windows</translation>
    </message>
    <message>
        <source>Windows setup INFormation</source>
        <translation>Tệp thông tin cài đặt Windows (INF)</translation>
    </message>
    <message>
        <source>Wireless Bitmap File Format</source>
        <translation>Định dạng ảnh bitmap không dây</translation>
    </message>
    <message>
        <source>Wolfram Language</source>
        <translation>Ngôn ngữ Wolfram</translation>
    </message>
    <message>
        <source>Wolfram Mathematica</source>
        <translation>Wolfram Mathematica</translation>
    </message>
    <message>
        <source>Word 2003 xml format, pre-ooxml</source>
        <translation>Định dạng xml của Word 2003, trước ooxml</translation>
    </message>
    <message>
        <source>Word 2006 xml format, pre-ooxml</source>
        <translation>Định dạng xml của Word 2006, trước ooxml</translation>
    </message>
    <message>
        <source>WordPerfect - Corel Word Processing</source>
        <translation>WordPerfect - Tài liệu văn bản Corel</translation>
    </message>
    <message>
        <source>X Windows Dump</source>
        <translation>Ảnh chụp màn hình X Windows</translation>
    </message>
    <message>
        <source>XLIFF 1.2 document</source>
        <translation>Tài liệu XLIFF 1.2</translation>
    </message>
    <message>
        <source>XLZ Archive</source>
        <translation>Tệp nén XLZ</translation>
    </message>
    <message>
        <source>XML Document Type Definition</source>
        <translation>Định nghĩa kiểu tài liệu XML</translation>
    </message>
    <message>
        <source>XML Shareable Playlist Format</source>
        <translation>Danh sách phát XML (XSPF)</translation>
    </message>
    <message>
        <source>XML syntax for IPTC NewsMessages</source>
        <translation>Cú pháp XML cho tin tức IPTC</translation>
    </message>
    <message>
        <source>XML syntax for RDF graphs</source>
        <translation>Cú pháp XML cho đồ thị RDF</translation>
    </message>
    <message>
        <source>XMind Pro</source>
        <translation>Sơ đồ tư duy XMind Pro</translation>
    </message>
    <message>
        <source>XQuery source code</source>
        <translation>Mã nguồn XQuery</translation>
    </message>
    <message>
        <source>XSL Format</source>
        <translation>Định dạng XSL</translation>
    </message>
    <message>
        <source>XSL Transformations</source>
        <translation>Phép biến đổi XSL</translation>
    </message>
    <message>
        <source>YAML source code</source>
        <translation>Mã nguồn YAML</translation>
    </message>
    <message>
        <source>Yacc/Bison source code</source>
        <translation>Mã nguồn Yacc/Bison</translation>
    </message>
    <message>
        <source>ZLIB Compressed Data Format</source>
        <translation>Định dạng dữ liệu nén ZLIB</translation>
    </message>
    <message>
        <source>ZSoft Multi-Page Paintbrush</source>
        <translation>Ảnh nhiều trang ZSoft Paintbrush</translation>
    </message>
    <message>
        <source>ZSoft Paintbrush PiCture eXchange</source>
        <translation>Ảnh ZSoft Paintbrush PCX</translation>
    </message>
    <message>
        <source>Zeno IMproved (ZIM)</source>
        <translation>Tệp nội dung ngoại tuyến Zeno (ZIM)</translation>
    </message>
    <message>
        <source>application log</source>
        <translation>nhật ký ứng dụng</translation>
    </message>
    <message>
        <source>digilite.eu Prolights configuration file</source>
        <translation>Tệp cấu hình Prolights của digilite.eu</translation>
    </message>
    <message>
        <source>fat disk image; extensions: ima, img, dsk</source>
        <translation>ảnh đĩa fat; phần mở rộng: ima, img, dsk</translation>
    </message>
    <message>
        <source>frictionless data package - gzip of standalone datapackage.json</source>
        <translation>gói dữ liệu frictionless - tệp gzip của datapackage.json riêng lẻ</translation>
    </message>
    <message>
        <source>frictionless data package - standalong datapackage.json</source>
        <translation>gói dữ liệu frictionless - tệp datapackage.json riêng lẻ</translation>
    </message>
    <message>
        <source>frictionless data package zip package</source>
        <translation>gói dữ liệu frictionless dạng zip</translation>
    </message>
    <message>
        <source>https://en.wikipedia.org/wiki/Zstandard</source>
        <translation>https://en.wikipedia.org/wiki/Zstandard</translation>
    </message>
    <message>
        <source>no magic available</source>
        <translation>không có dấu hiệu nhận dạng</translation>
    </message>
    <message>
        <source>reStructuredText source code</source>
        <translation>Mã nguồn reStructuredText</translation>
    </message>
    <message>
        <source>uLaw/AU Audio File</source>
        <translation>Tệp âm thanh uLaw/AU</translation>
    </message>
    <message>
        <source>web archive frictionless zip</source>
        <translation>tệp lưu trữ web frictionless dạng zip</translation>
    </message>
</context>
<context>
    <name>QMimerSQL</name>
    <message>
        <source>Generic Mimer SQL error</source>
        <translation>Lỗi chung của Mimer SQL</translation>
    </message>
    <message>
        <source>No Mimer SQL error for code %1</source>
        <translation>Không có lỗi Mimer SQL ứng với mã %1</translation>
    </message>
</context>
<context>
    <name>QMimerSQLDriver</name>
    <message>
        <source>Could not commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Could not connect to database</source>
        <translation>Không kết nối được với cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Could not roll back transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
    <message>
        <source>Could not start transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
</context>
<context>
    <name>QMimerSQLResult</name>
    <message>
        <source>Could not add batch %1</source>
        <translation>Không thêm được lô %1</translation>
    </message>
    <message>
        <source>Could not check null, column %1</source>
        <translation>Không kiểm tra được giá trị null, cột %1</translation>
    </message>
    <message>
        <source>Could not close cursor</source>
        <translation>Không đóng được con trỏ dữ liệu</translation>
    </message>
    <message>
        <source>Could not close statement</source>
        <translation>Không đóng được câu lệnh</translation>
    </message>
    <message>
        <source>Could not execute batch</source>
        <translation>Không thực thi được lô</translation>
    </message>
    <message>
        <source>Could not execute statement/open cursor</source>
        <translation>Không thực thi được câu lệnh hoặc không mở được con trỏ dữ liệu</translation>
    </message>
    <message>
        <source>Could not fetch next row</source>
        <translation>Không lấy được dòng tiếp theo</translation>
    </message>
    <message>
        <source>Could not get %1, column %2</source>
        <translation>Không lấy được %1, cột %2</translation>
    </message>
    <message>
        <source>Could not prepare/execute statement</source>
        <translation>Không chuẩn bị hoặc không thực thi được câu lệnh</translation>
    </message>
    <message>
        <source>Could not set %1, parameter %2</source>
        <translation>Không đặt được %1, tham số %2</translation>
    </message>
    <message>
        <source>Fetch did not succeed</source>
        <translation>Không lấy được dữ liệu</translation>
    </message>
    <message>
        <source>Fetch first did not succeed</source>
        <translation>Không lấy được dòng đầu tiên</translation>
    </message>
    <message>
        <source>Only input parameters can be used in batch operations</source>
        <translation>Chỉ dùng được tham số đầu vào trong thao tác theo lô</translation>
    </message>
    <message>
        <source>Unknown data type %1</source>
        <translation>Kiểu dữ liệu %1 không xác định</translation>
    </message>
    <message>
        <source>Unknown datatype, parameter %1</source>
        <translation>Kiểu dữ liệu không xác định, tham số %1</translation>
    </message>
    <message>
        <source>Wrong number of parameters</source>
        <translation>Số lượng tham số không đúng</translation>
    </message>
</context>
<context>
    <name>QMimerSQLResult:</name>
    <message>
        <source>Column %1 out of range</source>
        <translation>Cột %1 nằm ngoài phạm vi</translation>
    </message>
    <message>
        <source>Fetch last did not succeed</source>
        <translation>Không lấy được dòng cuối cùng</translation>
    </message>
</context>
<context>
    <name>QNativeSocketEngine</name>
    <message>
        <source>Another socket is already listening on the same port</source>
        <translation>Một socket khác đang chờ kết nối trên cùng cổng này</translation>
    </message>
    <message>
        <source>Attempt to use IPv6 socket on a platform with no IPv6 support</source>
        <translation>Không dùng được socket IPv6 trên nền tảng không hỗ trợ IPv6</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Kết nối bị từ chối</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>Máy đối tác đã đặt lại kết nối</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Kết nối đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Datagram was too large to send</source>
        <translation>Gói dữ liệu quá lớn, không gửi được</translation>
    </message>
    <message>
        <source>Host unreachable</source>
        <translation>Không tới được máy chủ</translation>
    </message>
    <message>
        <source>Invalid socket descriptor</source>
        <translation>Bộ mô tả socket không hợp lệ</translation>
    </message>
    <message>
        <source>Network dropped connection on reset</source>
        <translation>Mạng ngắt kết nối do bị đặt lại</translation>
    </message>
    <message>
        <source>Network error</source>
        <translation>Lỗi mạng</translation>
    </message>
    <message>
        <source>Network operation timed out</source>
        <translation>Thao tác mạng đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Không tới được mạng</translation>
    </message>
    <message>
        <source>Operation on non-socket</source>
        <translation>Thao tác trên đối tượng không phải là socket</translation>
    </message>
    <message>
        <source>Out of resources</source>
        <translation>Đã hết tài nguyên</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Không có quyền truy cập</translation>
    </message>
    <message>
        <source>Protocol type not supported</source>
        <translation>Loại giao thức không được hỗ trợ</translation>
    </message>
    <message>
        <source>Temporary error</source>
        <translation>Lỗi tạm thời</translation>
    </message>
    <message>
        <source>The address is not available</source>
        <translation>Địa chỉ không khả dụng</translation>
    </message>
    <message>
        <source>The address is protected</source>
        <translation>Địa chỉ được bảo vệ</translation>
    </message>
    <message>
        <source>The bound address is already in use</source>
        <translation>Địa chỉ cần gắn đang được sử dụng</translation>
    </message>
    <message>
        <source>The proxy type is invalid for this operation</source>
        <translation>Loại proxy không hợp lệ đối với thao tác này</translation>
    </message>
    <message>
        <source>The remote host closed the connection</source>
        <translation>Máy từ xa đã đóng kết nối</translation>
    </message>
    <message>
        <source>Unable to initialize broadcast socket</source>
        <translation>Không khởi tạo được socket quảng bá</translation>
    </message>
    <message>
        <source>Unable to initialize non-blocking socket</source>
        <translation>Không khởi tạo được socket không chặn</translation>
    </message>
    <message>
        <source>Unable to receive a message</source>
        <translation>Không nhận được thông điệp</translation>
    </message>
    <message>
        <source>Unable to send a message</source>
        <translation>Không gửi được thông điệp</translation>
    </message>
    <message>
        <source>Unable to write</source>
        <translation>Không ghi được</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
    <message>
        <source>Unsupported socket operation</source>
        <translation>Socket không hỗ trợ thao tác này</translation>
    </message>
</context>
<context>
    <name>QNetworkAccessCacheBackend</name>
    <message>
        <source>Error opening %1</source>
        <translation>Lỗi khi mở %1</translation>
    </message>
</context>
<context>
    <name>QNetworkAccessDataBackend</name>
    <message>
        <source>Invalid URI: %1</source>
        <translation>Địa chỉ URI không hợp lệ: %1</translation>
    </message>
</context>
<context>
    <name>QNetworkAccessDebugPipeBackend</name>
    <message>
        <source>Remote host closed the connection prematurely on %1</source>
        <translation>Máy từ xa đóng kết nối sớm tại %1</translation>
    </message>
    <message>
        <source>Socket error on %1: %2</source>
        <translation>Lỗi socket tại %1: %2</translation>
    </message>
    <message>
        <source>Write error writing to %1: %2</source>
        <translation>Lỗi khi ghi vào %1: %2</translation>
    </message>
</context>
<context>
    <name>QNetworkAccessFileBackend</name>
    <message>
        <source>Cannot open %1: Path is a directory</source>
        <translation>Không mở được %1: Đường dẫn là một thư mục</translation>
    </message>
    <message>
        <source>Error opening %1: %2</source>
        <translation>Lỗi khi mở %1: %2</translation>
    </message>
    <message>
        <source>Read error reading from %1: %2</source>
        <translation>Lỗi khi đọc từ %1: %2</translation>
    </message>
    <message>
        <source>Request for opening non-local file %1</source>
        <translation>Yêu cầu mở tệp không nằm trên máy này %1</translation>
    </message>
    <message>
        <source>Write error writing to %1: %2</source>
        <translation>Lỗi khi ghi vào %1: %2</translation>
    </message>
</context>
<context>
    <name>QNetworkReply</name>
    <message>
        <source>Error transferring %1 - server replied with status code %2</source>
        <translation>Lỗi khi truyền %1 - máy chủ trả về mã trạng thái %2</translation>
    </message>
    <message>
        <source>Error transferring %1 - server replied: %2</source>
        <translation>Lỗi khi truyền %1 - máy chủ trả lời: %2</translation>
    </message>
    <message>
        <source>Protocol &quot;%1&quot; is unknown</source>
        <translation>Giao thức &quot;%1&quot; không xác định</translation>
    </message>
    <message>
        <source>backend start error.</source>
        <translation>lỗi khởi động bộ xử lý mạng.</translation>
    </message>
</context>
<context>
    <name>QNetworkReplyHttpImpl</name>
    <message>
        <source>No suitable proxy found</source>
        <translation>Không tìm thấy máy chủ proxy phù hợp</translation>
    </message>
    <message>
        <source>Operation canceled</source>
        <translation>Thao tác đã bị hủy</translation>
    </message>
    <message>
        <source>Operation timed out</source>
        <translation>Thao tác đã hết thời gian chờ</translation>
    </message>
</context>
<context>
    <name>QNetworkReplyImpl</name>
    <message>
        <source>Operation canceled</source>
        <translation>Thao tác đã bị hủy</translation>
    </message>
</context>
<context>
    <name>QOCIDriver</name>
    <message>
        <source>Unable to begin transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to initialize</source>
        <translation>Không khởi tạo được</translation>
    </message>
    <message>
        <source>Unable to logon</source>
        <translation>Không đăng nhập được</translation>
    </message>
    <message>
        <source>Unable to rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
</context>
<context>
    <name>QOCIResult</name>
    <message>
        <source>Unable to alloc statement</source>
        <translation>Không cấp phát được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to bind column for batch execute</source>
        <translation>Không gán được cột để thực thi theo lô</translation>
    </message>
    <message>
        <source>Unable to bind value</source>
        <translation>Không gán được giá trị</translation>
    </message>
    <message>
        <source>Unable to execute batch statement</source>
        <translation>Không thực thi được câu lệnh theo lô</translation>
    </message>
    <message>
        <source>Unable to execute statement</source>
        <translation>Không thực thi được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to get statement type</source>
        <translation>Không xác định được kiểu câu lệnh</translation>
    </message>
    <message>
        <source>Unable to goto next</source>
        <translation>Không chuyển sang mục tiếp theo được</translation>
    </message>
    <message>
        <source>Unable to prepare statement</source>
        <translation>Không chuẩn bị được câu lệnh</translation>
    </message>
</context>
<context>
    <name>QODBCDriver</name>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to connect</source>
        <translation>Không kết nối được</translation>
    </message>
    <message>
        <source>Unable to connect - Driver doesn&apos;t support all functionality required</source>
        <translation>Không kết nối được - Trình điều khiển không hỗ trợ đủ các chức năng cần thiết</translation>
    </message>
    <message>
        <source>Unable to disable autocommit</source>
        <translation>Không tắt được chế độ tự động hoàn tất giao dịch</translation>
    </message>
    <message>
        <source>Unable to enable autocommit</source>
        <translation>Không bật được chế độ tự động hoàn tất giao dịch</translation>
    </message>
    <message>
        <source>Unable to rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
</context>
<context>
    <name>QODBCResult</name>
    <message>
        <source>QODBCResult::reset: Unable to set &apos;SQL_ATTR_CURSOR_TYPE&apos; as statement attribute. Please check your ODBC driver configuration</source>
        <translation>QODBCResult::reset: Không đặt được &apos;SQL_ATTR_CURSOR_TYPE&apos; làm thuộc tính của câu lệnh. Hãy kiểm tra cấu hình trình điều khiển ODBC</translation>
    </message>
    <message>
        <source>QODBCResult::reset: Unable to set &apos;SQL_CURSOR_STATIC&apos; as statement attribute. Please check your ODBC driver configuration</source>
        <translation>QODBCResult::reset: Không đặt được &apos;SQL_CURSOR_STATIC&apos; làm thuộc tính của câu lệnh. Hãy kiểm tra cấu hình trình điều khiển ODBC</translation>
    </message>
    <message>
        <source>Unable to bind variable</source>
        <translation>Không gán được biến</translation>
    </message>
    <message>
        <source>Unable to execute statement</source>
        <translation>Không thực thi được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to fetch</source>
        <translation>Không lấy được bản ghi</translation>
    </message>
    <message>
        <source>Unable to fetch first</source>
        <translation>Không lấy được bản ghi đầu tiên</translation>
    </message>
    <message>
        <source>Unable to fetch last</source>
        <translation>Không lấy được bản ghi cuối cùng</translation>
    </message>
    <message>
        <source>Unable to fetch next</source>
        <translation>Không lấy được bản ghi tiếp theo</translation>
    </message>
    <message>
        <source>Unable to fetch previous</source>
        <translation>Không lấy được bản ghi trước đó</translation>
    </message>
    <message>
        <source>Unable to prepare statement</source>
        <translation>Không chuẩn bị được câu lệnh</translation>
    </message>
</context>
<context>
    <name>QPSQLDriver</name>
    <message>
        <source>Could not begin transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
    <message>
        <source>Could not commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Could not rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
    <message>
        <source>Unable to connect</source>
        <translation>Không kết nối được</translation>
    </message>
    <message>
        <source>Unable to set client encoding to &apos;UNICODE&apos;</source>
        <translation>Không đặt được bảng mã của máy khách thành &apos;UNICODE&apos;</translation>
    </message>
    <message>
        <source>Unable to subscribe</source>
        <translation>Không đăng ký nhận thông báo được</translation>
    </message>
    <message>
        <source>Unable to unsubscribe</source>
        <translation>Không hủy đăng ký thông báo được</translation>
    </message>
</context>
<context>
    <name>QPSQLResult</name>
    <message>
        <source>Query results lost - probably discarded on executing another SQL query.</source>
        <translation>Mất kết quả truy vấn - có thể đã bị bỏ khi thực thi một truy vấn SQL khác.</translation>
    </message>
    <message>
        <source>Unable to create query</source>
        <translation>Không tạo được truy vấn</translation>
    </message>
    <message>
        <source>Unable to get result</source>
        <translation>Không lấy được kết quả</translation>
    </message>
    <message>
        <source>Unable to prepare statement</source>
        <translation>Không chuẩn bị được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to send query</source>
        <translation>Không gửi được truy vấn</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>CC</source>
        <translation>CC</translation>
    </message>
    <message>
        <source>Cicero (CC)</source>
        <translation>Cicero (CC)</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Tùy chỉnh</translation>
    </message>
    <message>
        <source>DD</source>
        <translation>DD</translation>
    </message>
    <message>
        <source>Didot (DD)</source>
        <translation>Didot (DD)</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Chiều cao:</translation>
    </message>
    <message>
        <source>Inches (in)</source>
        <translation>Inch (in)</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Khổ ngang</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Lề</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>Milimét (mm)</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Hướng giấy</translation>
    </message>
    <message>
        <source>Page &amp;order:</source>
        <translation>Thứ tự &amp;trang:</translation>
    </message>
    <message>
        <source>Page Layout</source>
        <translation>Bố cục trang</translation>
    </message>
    <message>
        <source>Page order:</source>
        <translation>Thứ tự trang:</translation>
    </message>
    <message>
        <source>Page size:</source>
        <translation>Khổ giấy:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>&amp;Số trang trên một tờ:</translation>
    </message>
    <message>
        <source>Pages per sheet:</source>
        <translation>Số trang trên một tờ:</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Paper source:</source>
        <translation>Nguồn giấy:</translation>
    </message>
    <message>
        <source>Pica (P̸)</source>
        <translation>Pica (P̸)</translation>
    </message>
    <message>
        <source>Points (pt)</source>
        <translation>Điểm (pt)</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Khổ dọc</translation>
    </message>
    <message>
        <source>P̸</source>
        <translation>P̸</translation>
    </message>
    <message>
        <source>Reverse landscape</source>
        <translation>Khổ ngang đảo ngược</translation>
    </message>
    <message>
        <source>Reverse portrait</source>
        <translation>Khổ dọc đảo ngược</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Chiều rộng:</translation>
    </message>
    <message>
        <source>bottom margin</source>
        <translation>lề dưới</translation>
    </message>
    <message>
        <source>in</source>
        <translation>inch</translation>
    </message>
    <message>
        <source>left margin</source>
        <translation>lề trái</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>right margin</source>
        <translation>lề phải</translation>
    </message>
    <message>
        <source>top margin</source>
        <translation>lề trên</translation>
    </message>
</context>
<context>
    <name>QPageSize</name>
    <message>
        <source>%1 x %2 in</source>
        <translation>%1 x %2 inch</translation>
    </message>
    <message>
        <source>A0</source>
        <translation>A0</translation>
    </message>
    <message>
        <source>A1</source>
        <translation>A1</translation>
    </message>
    <message>
        <source>A10</source>
        <translation>A10</translation>
    </message>
    <message>
        <source>A2</source>
        <translation>A2</translation>
    </message>
    <message>
        <source>A3</source>
        <translation>A3</translation>
    </message>
    <message>
        <source>A3 Extra</source>
        <translation>A3 mở rộng</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A4 Extra</source>
        <translation>A4 mở rộng</translation>
    </message>
    <message>
        <source>A4 Plus</source>
        <translation>A4 cộng</translation>
    </message>
    <message>
        <source>A4 Small</source>
        <translation>A4 nhỏ</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>A5 Extra</source>
        <translation>A5 mở rộng</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>A7</source>
        <translation>A7</translation>
    </message>
    <message>
        <source>A8</source>
        <translation>A8</translation>
    </message>
    <message>
        <source>A9</source>
        <translation>A9</translation>
    </message>
    <message>
        <source>ANSI C</source>
        <translation>ANSI C</translation>
    </message>
    <message>
        <source>ANSI D</source>
        <translation>ANSI D</translation>
    </message>
    <message>
        <source>ANSI E</source>
        <translation>ANSI E</translation>
    </message>
    <message>
        <source>Architect A</source>
        <translation>Kiến trúc A</translation>
    </message>
    <message>
        <source>Architect B</source>
        <translation>Kiến trúc B</translation>
    </message>
    <message>
        <source>Architect C</source>
        <translation>Kiến trúc C</translation>
    </message>
    <message>
        <source>Architect D</source>
        <translation>Kiến trúc D</translation>
    </message>
    <message>
        <source>Architect E</source>
        <translation>Kiến trúc E</translation>
    </message>
    <message>
        <source>B0</source>
        <translation>B0</translation>
    </message>
    <message>
        <source>B1</source>
        <translation>B1</translation>
    </message>
    <message>
        <source>B10</source>
        <translation>B10</translation>
    </message>
    <message>
        <source>B2</source>
        <translation>B2</translation>
    </message>
    <message>
        <source>B3</source>
        <translation>B3</translation>
    </message>
    <message>
        <source>B4</source>
        <translation>B4</translation>
    </message>
    <message>
        <source>B5</source>
        <translation>B5</translation>
    </message>
    <message>
        <source>B5 Extra</source>
        <translation>B5 mở rộng</translation>
    </message>
    <message>
        <source>B6</source>
        <translation>B6</translation>
    </message>
    <message>
        <source>B7</source>
        <translation>B7</translation>
    </message>
    <message>
        <source>B8</source>
        <translation>B8</translation>
    </message>
    <message>
        <source>B9</source>
        <translation>B9</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Tùy chỉnh</translation>
    </message>
    <message>
        <source>Custom (%1CC x %2CC)</source>
        <translation>Tùy chỉnh (%1 CC x %2 CC)</translation>
    </message>
    <message>
        <source>Custom (%1DD x %2DD)</source>
        <translation>Tùy chỉnh (%1 DD x %2 DD)</translation>
    </message>
    <message>
        <source>Custom (%1in x %2in)</source>
        <translation>Tùy chỉnh (%1 inch x %2 inch)</translation>
    </message>
    <message>
        <source>Custom (%1mm x %2mm)</source>
        <translation>Tùy chỉnh (%1 mm x %2 mm)</translation>
    </message>
    <message>
        <source>Custom (%1pc x %2pc)</source>
        <translation>Tùy chỉnh (%1 pc x %2 pc)</translation>
    </message>
    <message>
        <source>Custom (%1pt x %2pt)</source>
        <translation>Tùy chỉnh (%1 pt x %2 pt)</translation>
    </message>
    <message>
        <source>Double Postcard</source>
        <translation>Bưu thiếp đôi</translation>
    </message>
    <message>
        <source>Envelope B4</source>
        <translation>Phong bì B4</translation>
    </message>
    <message>
        <source>Envelope B5</source>
        <translation>Phong bì B5</translation>
    </message>
    <message>
        <source>Envelope B6</source>
        <translation>Phong bì B6</translation>
    </message>
    <message>
        <source>Envelope C0</source>
        <translation>Phong bì C0</translation>
    </message>
    <message>
        <source>Envelope C1</source>
        <translation>Phong bì C1</translation>
    </message>
    <message>
        <source>Envelope C2</source>
        <translation>Phong bì C2</translation>
    </message>
    <message>
        <source>Envelope C3</source>
        <translation>Phong bì C3</translation>
    </message>
    <message>
        <source>Envelope C4</source>
        <translation>Phong bì C4</translation>
    </message>
    <message>
        <source>Envelope C5</source>
        <translation>Phong bì C5</translation>
    </message>
    <message>
        <source>Envelope C6</source>
        <translation>Phong bì C6</translation>
    </message>
    <message>
        <source>Envelope C65</source>
        <translation>Phong bì C65</translation>
    </message>
    <message>
        <source>Envelope C7</source>
        <translation>Phong bì C7</translation>
    </message>
    <message>
        <source>Envelope Chou 3</source>
        <translation>Phong bì Nhật Chou 3</translation>
    </message>
    <message>
        <source>Envelope Chou 4</source>
        <translation>Phong bì Nhật Chou 4</translation>
    </message>
    <message>
        <source>Envelope DL</source>
        <translation>Phong bì DL</translation>
    </message>
    <message>
        <source>Envelope Invite</source>
        <translation>Phong bì thư mời</translation>
    </message>
    <message>
        <source>Envelope Italian</source>
        <translation>Phong bì Ý</translation>
    </message>
    <message>
        <source>Envelope Kaku 2</source>
        <translation>Phong bì Nhật Kaku 2</translation>
    </message>
    <message>
        <source>Envelope Kaku 3</source>
        <translation>Phong bì Nhật Kaku 3</translation>
    </message>
    <message>
        <source>Envelope Monarch</source>
        <translation>Phong bì Monarch</translation>
    </message>
    <message>
        <source>Envelope PRC 1</source>
        <translation>Phong bì Trung Quốc 1</translation>
    </message>
    <message>
        <source>Envelope PRC 10</source>
        <translation>Phong bì Trung Quốc 10</translation>
    </message>
    <message>
        <source>Envelope PRC 2</source>
        <translation>Phong bì Trung Quốc 2</translation>
    </message>
    <message>
        <source>Envelope PRC 3</source>
        <translation>Phong bì Trung Quốc 3</translation>
    </message>
    <message>
        <source>Envelope PRC 4</source>
        <translation>Phong bì Trung Quốc 4</translation>
    </message>
    <message>
        <source>Envelope PRC 5</source>
        <translation>Phong bì Trung Quốc 5</translation>
    </message>
    <message>
        <source>Envelope PRC 6</source>
        <translation>Phong bì Trung Quốc 6</translation>
    </message>
    <message>
        <source>Envelope PRC 7</source>
        <translation>Phong bì Trung Quốc 7</translation>
    </message>
    <message>
        <source>Envelope PRC 8</source>
        <translation>Phong bì Trung Quốc 8</translation>
    </message>
    <message>
        <source>Envelope PRC 9</source>
        <translation>Phong bì Trung Quốc 9</translation>
    </message>
    <message>
        <source>Envelope Personal</source>
        <translation>Phong bì cá nhân</translation>
    </message>
    <message>
        <source>Envelope US 10</source>
        <translation>Phong bì Mỹ 10</translation>
    </message>
    <message>
        <source>Envelope US 11</source>
        <translation>Phong bì Mỹ 11</translation>
    </message>
    <message>
        <source>Envelope US 12</source>
        <translation>Phong bì Mỹ 12</translation>
    </message>
    <message>
        <source>Envelope US 14</source>
        <translation>Phong bì Mỹ 14</translation>
    </message>
    <message>
        <source>Envelope US 9</source>
        <translation>Phong bì Mỹ 9</translation>
    </message>
    <message>
        <source>Envelope You 4</source>
        <translation>Phong bì Nhật You 4</translation>
    </message>
    <message>
        <source>Executive (7.25 x 10.5 in)</source>
        <translation>Executive (7,25 x 10,5 inch)</translation>
    </message>
    <message>
        <source>Executive (7.5 x 10 in)</source>
        <translation>Executive (7,5 x 10 inch)</translation>
    </message>
    <message>
        <source>Fan-fold German (8.5 x 12 in)</source>
        <translation>Giấy liên tục kiểu Đức (8,5 x 12 inch)</translation>
    </message>
    <message>
        <source>Fan-fold German Legal (8.5 x 13 in)</source>
        <translation>Giấy liên tục Legal kiểu Đức (8,5 x 13 inch)</translation>
    </message>
    <message>
        <source>Fan-fold US (14.875 x 11 in)</source>
        <translation>Giấy liên tục kiểu Mỹ (14,875 x 11 inch)</translation>
    </message>
    <message>
        <source>Folio (8.27 x 13 in)</source>
        <translation>Folio (8,27 x 13 inch)</translation>
    </message>
    <message>
        <source>JIS B0</source>
        <translation>JIS B0</translation>
    </message>
    <message>
        <source>JIS B1</source>
        <translation>JIS B1</translation>
    </message>
    <message>
        <source>JIS B10</source>
        <translation>JIS B10</translation>
    </message>
    <message>
        <source>JIS B2</source>
        <translation>JIS B2</translation>
    </message>
    <message>
        <source>JIS B3</source>
        <translation>JIS B3</translation>
    </message>
    <message>
        <source>JIS B4</source>
        <translation>JIS B4</translation>
    </message>
    <message>
        <source>JIS B5</source>
        <translation>JIS B5</translation>
    </message>
    <message>
        <source>JIS B6</source>
        <translation>JIS B6</translation>
    </message>
    <message>
        <source>JIS B7</source>
        <translation>JIS B7</translation>
    </message>
    <message>
        <source>JIS B8</source>
        <translation>JIS B8</translation>
    </message>
    <message>
        <source>JIS B9</source>
        <translation>JIS B9</translation>
    </message>
    <message>
        <source>Ledger / ANSI B</source>
        <translation>Ledger / ANSI B</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>Legal Extra</source>
        <translation>Legal mở rộng</translation>
    </message>
    <message>
        <source>Letter / ANSI A</source>
        <translation>Letter / ANSI A</translation>
    </message>
    <message>
        <source>Letter Extra</source>
        <translation>Letter mở rộng</translation>
    </message>
    <message>
        <source>Letter Plus</source>
        <translation>Letter cộng</translation>
    </message>
    <message>
        <source>Letter Small</source>
        <translation>Letter nhỏ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Giấy ghi chú</translation>
    </message>
    <message>
        <source>PRC 16K</source>
        <translation>Trung Quốc 16K</translation>
    </message>
    <message>
        <source>PRC 32K</source>
        <translation>Trung Quốc 32K</translation>
    </message>
    <message>
        <source>PRC 32K Big</source>
        <translation>Trung Quốc 32K lớn</translation>
    </message>
    <message>
        <source>Postcard</source>
        <translation>Bưu thiếp</translation>
    </message>
    <message>
        <source>Quarto</source>
        <translation>Quarto</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Super A</source>
        <translation>Super A</translation>
    </message>
    <message>
        <source>Super B</source>
        <translation>Super B</translation>
    </message>
    <message>
        <source>Tabloid / ANSI B</source>
        <translation>Tabloid / ANSI B</translation>
    </message>
    <message>
        <source>Tabloid Extra</source>
        <translation>Tabloid mở rộng</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>Khôn&amp;g tất cả</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Khôi phục mặc định</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Lưu tất cả</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Có &amp;tất cả</translation>
    </message>
</context>
<context>
    <name>QPluginLoader</name>
    <message>
        <source>The plugin was not loaded.</source>
        <translation>Phần bổ trợ chưa được nạp.</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>%1 already exists.
Do you want to overwrite it?</source>
        <translation>%1 đã tồn tại.
Bạn có muốn ghi đè không?</translation>
    </message>
    <message>
        <source>%1 does not follow the correct syntax. Please use &apos;,&apos; to separate ranges and pages, &apos;-&apos; to define ranges and make sure ranges do not intersect with each other.</source>
        <translation>%1 không đúng cú pháp. Hãy dùng dấu &apos;,&apos; để ngăn cách các khoảng và các trang, dấu &apos;-&apos; để chỉ khoảng trang và bảo đảm các khoảng không chồng lên nhau.</translation>
    </message>
    <message>
        <source>%1 is a directory.
Please choose a different file name.</source>
        <translation>%1 là một thư mục.
Hãy chọn tên tệp khác.</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Tùy chọn &lt;&lt;</translation>
    </message>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Tùy chọn &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>1 (1x1)</source>
        <translation>1 (1x1)</translation>
    </message>
    <message>
        <source>16 (4x4)</source>
        <translation>16 (4x4)</translation>
    </message>
    <message>
        <source>2 (2x1)</source>
        <translation>2 (2x1)</translation>
    </message>
    <message>
        <source>4 (2x2)</source>
        <translation>4 (2x2)</translation>
    </message>
    <message>
        <source>6 (2x3)</source>
        <translation>6 (2x3)</translation>
    </message>
    <message>
        <source>9 (3x3)</source>
        <translation>9 (3x3)</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Tất cả các trang</translation>
    </message>
    <message>
        <source>Bottom to Top, Left to Right</source>
        <translation>Dưới lên trên, trái sang phải</translation>
    </message>
    <message>
        <source>Bottom to Top, Right to Left</source>
        <translation>Dưới lên trên, phải sang trái</translation>
    </message>
    <message>
        <source>Duplex Settings Conflicts</source>
        <translation>Xung đột thiết lập in hai mặt</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Trang chẵn</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>Không ghi được tệp %1.
Hãy chọn tên tệp khác.</translation>
    </message>
    <message>
        <source>Invalid Pages Definition</source>
        <translation>Khoảng trang không hợp lệ</translation>
    </message>
    <message>
        <source>Left to Right, Bottom to Top</source>
        <translation>Trái sang phải, dưới lên trên</translation>
    </message>
    <message>
        <source>Left to Right, Top to Bottom</source>
        <translation>Trái sang phải, trên xuống dưới</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Tệp trên máy này</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Trang lẻ</translation>
    </message>
    <message>
        <source>Options &apos;Pages Per Sheet&apos; and &apos;Page Set&apos; cannot be used together.
Please turn one of those options off.</source>
        <translation>Không dùng đồng thời được hai tùy chọn &apos;Số trang trên một tờ&apos; và &apos;Trang chẵn, lẻ&apos;.
Hãy tắt một trong hai tùy chọn đó.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Print To File ...</source>
        <translation>In ra tệp ...</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>In ra tệp (PDF)</translation>
    </message>
    <message>
        <source>Right to Left, Bottom to Top</source>
        <translation>Phải sang trái, dưới lên trên</translation>
    </message>
    <message>
        <source>Right to Left, Top to Bottom</source>
        <translation>Phải sang trái, trên xuống dưới</translation>
    </message>
    <message>
        <source>The &apos;From&apos; value cannot be greater than the &apos;To&apos; value.</source>
        <translation>Giá trị &apos;Từ&apos; không được lớn hơn giá trị &apos;đến&apos;.</translation>
    </message>
    <message>
        <source>There are conflicts in duplex settings. Do you want to fix them?</source>
        <translation>Các thiết lập in hai mặt xung đột với nhau. Bạn có muốn sửa không?</translation>
    </message>
    <message>
        <source>Top to Bottom, Left to Right</source>
        <translation>Trên xuống dưới, trái sang phải</translation>
    </message>
    <message>
        <source>Top to Bottom, Right to Left</source>
        <translation>Trên xuống dưới, phải sang trái</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Ghi tệp PDF</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Export to PDF</source>
        <translation>Xuất ra PDF</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Trang đầu</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Vừa cả trang</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Vừa chiều rộng</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Khổ ngang</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Trang cuối</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Page Setup</source>
        <translation>Thiết lập trang</translation>
    </message>
    <message>
        <source>Page setup</source>
        <translation>Thiết lập trang</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Khổ dọc</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Print Preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <source>Show facing pages</source>
        <translation>Hiện hai trang đối nhau</translation>
    </message>
    <message>
        <source>Show overview of all pages</source>
        <translation>Hiện tổng quan tất cả các trang</translation>
    </message>
    <message>
        <source>Show single page</source>
        <translation>Hiện một trang</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesDialog</name>
    <message>
        <source>Advanced Option Conflicts</source>
        <translation>Xung đột tùy chọn nâng cao</translation>
    </message>
    <message>
        <source>Job Options</source>
        <translation>Tùy chọn lệnh in</translation>
    </message>
    <message>
        <source>Page Setup Conflicts</source>
        <translation>Xung đột thiết lập trang</translation>
    </message>
    <message>
        <source>Printer Properties</source>
        <translation>Thuộc tính máy in</translation>
    </message>
    <message>
        <source>There are conflicts in page setup options. Do you want to fix them?</source>
        <translation>Các tùy chọn thiết lập trang xung đột với nhau. Bạn có muốn sửa không?</translation>
    </message>
    <message>
        <source>There are conflicts in some advanced options. Do you want to fix them?</source>
        <translation>Một số tùy chọn nâng cao xung đột với nhau. Bạn có muốn sửa không?</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message>
        <source>Advanced</source>
        <translation>Nâng cao</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Một số tùy chọn xung đột với nhau. Hãy sửa lại.</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Collate</source>
        <translation>Xếp theo bộ</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Chế độ màu</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Số bản:</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Trang hiện tại</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>In hai mặt</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Thang xám</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Đóng gáy cạnh dài</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Thiết lập đầu ra</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>Trang chẵn, &amp;lẻ:</translation>
    </message>
    <message>
        <source>Page Set:</source>
        <translation>Trang chẵn, lẻ:</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Từ trang</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>In tất cả</translation>
    </message>
    <message>
        <source>Print range</source>
        <translation>Phạm vi in</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Thứ tự ngược</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Phần được chọn</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Đóng gáy cạnh ngắn</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Ghi các trang hoặc khoảng trang, ngăn cách bằng dấu phẩy. Khoảng trang gồm hai số nối bằng dấu gạch ngang. Ví dụ: 3,5-7,9 in các trang 3, 5, 6, 7 và 9.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>&amp;Name:</source>
        <translation>Tê&amp;n:</translation>
    </message>
    <message>
        <source>...</source>
        <translation>...</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Vị trí:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>Tệp đầu &amp;ra:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>Thuộ&amp;c tính</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Kiểu:</translation>
    </message>
</context>
<context>
    <name>QProcess</name>
    <message>
        <source>Child process modifier reported error: %1</source>
        <translation>Hàm điều chỉnh tiến trình con báo lỗi: %1</translation>
    </message>
    <message>
        <source>Child process modifier reported error: %1: %2</source>
        <translation>Hàm điều chỉnh tiến trình con báo lỗi: %1: %2</translation>
    </message>
    <message>
        <source>Child process modifier threw an exception: %1</source>
        <translation>Hàm điều chỉnh tiến trình con phát sinh ngoại lệ: %1</translation>
    </message>
    <message>
        <source>Child process set up failed: %1: %2</source>
        <translation>Không thiết lập được tiến trình con: %1: %2</translation>
    </message>
    <message>
        <source>Could not open input redirection for reading</source>
        <translation>Không mở được luồng chuyển hướng đầu vào để đọc</translation>
    </message>
    <message>
        <source>Could not open output redirection for writing</source>
        <translation>Không mở được luồng chuyển hướng đầu ra để ghi</translation>
    </message>
    <message>
        <source>Error reading from process</source>
        <translation>Lỗi khi đọc từ tiến trình</translation>
    </message>
    <message>
        <source>Error writing to process</source>
        <translation>Lỗi khi ghi vào tiến trình</translation>
    </message>
    <message>
        <source>No program defined</source>
        <translation>Chưa khai báo chương trình</translation>
    </message>
    <message>
        <source>Process crashed</source>
        <translation>Tiến trình bị dừng đột ngột</translation>
    </message>
    <message>
        <source>Process failed to start</source>
        <translation>Tiến trình không khởi động được</translation>
    </message>
    <message>
        <source>Process failed to start: %1</source>
        <translation>Tiến trình không khởi động được: %1</translation>
    </message>
    <message>
        <source>Process operation timed out</source>
        <translation>Thao tác trên tiến trình đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Resource error (fork failure): %1</source>
        <translation>Lỗi tài nguyên (không tạo được tiến trình con): %1</translation>
    </message>
</context>
<context>
    <name>QProgressBar</name>
    <message>
        <source>%p%</source>
        <translation>%p%</translation>
    </message>
</context>
<context>
    <name>QProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>QRegularExpression</name>
    <message>
        <source>(*MARK) must have an argument</source>
        <translation>(*MARK) phải có đối số</translation>
    </message>
    <message>
        <source>(*VERB) not recognized or malformed</source>
        <translation>(*VERB) không nhận biết được hoặc sai dạng</translation>
    </message>
    <message>
        <source>(*alpha_assertion) not recognized</source>
        <translation>(*alpha_assertion) không nhận biết được</translation>
    </message>
    <message>
        <source>(?R (recursive pattern call) must be followed by a closing parenthesis</source>
        <translation>sau (?R (lời gọi mẫu đệ quy) phải có dấu ngoặc tròn đóng</translation>
    </message>
    <message>
        <source>(?| and/or (?J: or (?x: parentheses are too deeply nested</source>
        <translation>dấu ngoặc tròn (?| và/hoặc (?J: hoặc (?x: lồng quá sâu</translation>
    </message>
    <message>
        <source>DEFINE subpattern contains more than one branch</source>
        <translation>mẫu con DEFINE có nhiều hơn một nhánh</translation>
    </message>
    <message>
        <source>INTERNAL ERROR: invalid substring offset</source>
        <translation>LỖI NỘI BỘ: vị trí chuỗi con không hợp lệ</translation>
    </message>
    <message>
        <source>JIT stack limit reached</source>
        <translation>đã đạt giới hạn ngăn xếp JIT</translation>
    </message>
    <message>
        <source>NULL argument passed</source>
        <translation>đối số truyền vào là NULL</translation>
    </message>
    <message>
        <source>PCRE2 does not support \F, \L, \l, \N{name}, \U, or \u</source>
        <translation>PCRE2 không hỗ trợ \F, \L, \l, \N{tên}, \U hoặc \u</translation>
    </message>
    <message>
        <source>PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES is not allowed in UTF-16 mode</source>
        <translation>không được dùng PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES ở chế độ UTF-16</translation>
    </message>
    <message>
        <source>PCRE2_MATCH_INVALID_UTF is not supported for DFA matching</source>
        <translation>PCRE2_MATCH_INVALID_UTF không được hỗ trợ khi so khớp DFA</translation>
    </message>
    <message>
        <source>POSIX collating elements are not supported</source>
        <translation>phần tử đối chiếu POSIX không được hỗ trợ</translation>
    </message>
    <message>
        <source>POSIX named classes are supported only within a class</source>
        <translation>lớp có tên POSIX chỉ được hỗ trợ bên trong một lớp</translation>
    </message>
    <message>
        <source>UTF-16 error: invalid low surrogate</source>
        <translation>lỗi UTF-16: nửa thay thế thấp không hợp lệ</translation>
    </message>
    <message>
        <source>UTF-16 error: isolated low surrogate</source>
        <translation>lỗi UTF-16: nửa thay thế thấp đứng riêng lẻ</translation>
    </message>
    <message>
        <source>UTF-16 error: missing low surrogate at end</source>
        <translation>lỗi UTF-16: thiếu nửa thay thế thấp ở cuối</translation>
    </message>
    <message>
        <source>UTF-32 error: code points 0xd800-0xdfff are not defined</source>
        <translation>lỗi UTF-32: các điểm mã 0xd800-0xdfff không được định nghĩa</translation>
    </message>
    <message>
        <source>UTF-32 error: code points greater than 0x10ffff are not defined</source>
        <translation>lỗi UTF-32: các điểm mã lớn hơn 0x10ffff không được định nghĩa</translation>
    </message>
    <message>
        <source>UTF-8 error: 1 byte missing at end</source>
        <translation>lỗi UTF-8: thiếu 1 byte ở cuối</translation>
    </message>
    <message>
        <source>UTF-8 error: 2 bytes missing at end</source>
        <translation>lỗi UTF-8: thiếu 2 byte ở cuối</translation>
    </message>
    <message>
        <source>UTF-8 error: 3 bytes missing at end</source>
        <translation>lỗi UTF-8: thiếu 3 byte ở cuối</translation>
    </message>
    <message>
        <source>UTF-8 error: 4 bytes missing at end</source>
        <translation>lỗi UTF-8: thiếu 4 byte ở cuối</translation>
    </message>
    <message>
        <source>UTF-8 error: 5 bytes missing at end</source>
        <translation>lỗi UTF-8: thiếu 5 byte ở cuối</translation>
    </message>
    <message>
        <source>UTF-8 error: 5-byte character is not allowed (RFC 3629)</source>
        <translation>lỗi UTF-8: không được dùng ký tự 5 byte (RFC 3629)</translation>
    </message>
    <message>
        <source>UTF-8 error: 6-byte character is not allowed (RFC 3629)</source>
        <translation>lỗi UTF-8: không được dùng ký tự 6 byte (RFC 3629)</translation>
    </message>
    <message>
        <source>UTF-8 error: byte 2 top bits not 0x80</source>
        <translation>lỗi UTF-8: các bit cao của byte 2 không phải là 0x80</translation>
    </message>
    <message>
        <source>UTF-8 error: byte 3 top bits not 0x80</source>
        <translation>lỗi UTF-8: các bit cao của byte 3 không phải là 0x80</translation>
    </message>
    <message>
        <source>UTF-8 error: byte 4 top bits not 0x80</source>
        <translation>lỗi UTF-8: các bit cao của byte 4 không phải là 0x80</translation>
    </message>
    <message>
        <source>UTF-8 error: byte 5 top bits not 0x80</source>
        <translation>lỗi UTF-8: các bit cao của byte 5 không phải là 0x80</translation>
    </message>
    <message>
        <source>UTF-8 error: byte 6 top bits not 0x80</source>
        <translation>lỗi UTF-8: các bit cao của byte 6 không phải là 0x80</translation>
    </message>
    <message>
        <source>UTF-8 error: code points 0xd800-0xdfff are not defined</source>
        <translation>lỗi UTF-8: các điểm mã 0xd800-0xdfff không được định nghĩa</translation>
    </message>
    <message>
        <source>UTF-8 error: code points greater than 0x10ffff are not defined</source>
        <translation>lỗi UTF-8: các điểm mã lớn hơn 0x10ffff không được định nghĩa</translation>
    </message>
    <message>
        <source>UTF-8 error: illegal byte (0xfe or 0xff)</source>
        <translation>lỗi UTF-8: byte không được phép (0xfe hoặc 0xff)</translation>
    </message>
    <message>
        <source>UTF-8 error: isolated byte with 0x80 bit set</source>
        <translation>lỗi UTF-8: byte có bit 0x80 đứng riêng lẻ</translation>
    </message>
    <message>
        <source>UTF-8 error: overlong 2-byte sequence</source>
        <translation>lỗi UTF-8: chuỗi 2 byte dài quá mức cần thiết</translation>
    </message>
    <message>
        <source>UTF-8 error: overlong 3-byte sequence</source>
        <translation>lỗi UTF-8: chuỗi 3 byte dài quá mức cần thiết</translation>
    </message>
    <message>
        <source>UTF-8 error: overlong 4-byte sequence</source>
        <translation>lỗi UTF-8: chuỗi 4 byte dài quá mức cần thiết</translation>
    </message>
    <message>
        <source>UTF-8 error: overlong 5-byte sequence</source>
        <translation>lỗi UTF-8: chuỗi 5 byte dài quá mức cần thiết</translation>
    </message>
    <message>
        <source>UTF-8 error: overlong 6-byte sequence</source>
        <translation>lỗi UTF-8: chuỗi 6 byte dài quá mức cần thiết</translation>
    </message>
    <message>
        <source>\ at end of pattern</source>
        <translation>có \ ở cuối mẫu</translation>
    </message>
    <message>
        <source>\C is not allowed in a lookbehind assertion in UTF-16 mode</source>
        <translation>không được dùng \C trong khẳng định nhìn lùi ở chế độ UTF-16</translation>
    </message>
    <message>
        <source>\N is not supported in a class</source>
        <translation>\N không được hỗ trợ trong một lớp</translation>
    </message>
    <message>
        <source>\N{U+dddd} is supported only in Unicode (UTF) mode</source>
        <translation>\N{U+dddd} chỉ được hỗ trợ ở chế độ Unicode (UTF)</translation>
    </message>
    <message>
        <source>\c at end of pattern</source>
        <translation>có \c ở cuối mẫu</translation>
    </message>
    <message>
        <source>\c must be followed by a letter or one of [\]^_?</source>
        <translation>sau \c phải là một chữ cái hoặc một trong các ký tự [\]^_?</translation>
    </message>
    <message>
        <source>\c must be followed by a printable ASCII character</source>
        <translation>sau \c phải là một ký tự ASCII in được</translation>
    </message>
    <message>
        <source>\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain number</source>
        <translation>sau \g không phải là tên hoặc số trong ngoặc nhọn, ngoặc góc hay dấu nháy, cũng không phải là một số</translation>
    </message>
    <message>
        <source>\k is not followed by a braced, angle-bracketed, or quoted name</source>
        <translation>sau \k không phải là tên trong ngoặc nhọn, ngoặc góc hay dấu nháy</translation>
    </message>
    <message>
        <source>a relative value of zero is not allowed</source>
        <translation>giá trị tương đối không được bằng không</translation>
    </message>
    <message>
        <source>assertion expected after (?( or (?(?C)</source>
        <translation>cần có khẳng định sau (?( hoặc (?(?C)</translation>
    </message>
    <message>
        <source>atomic assertion expected after (?( or (?(?C)</source>
        <translation>cần có khẳng định nguyên tử sau (?( hoặc (?(?C)</translation>
    </message>
    <message>
        <source>backreference condition or recursion test is not supported for DFA matching</source>
        <translation>điều kiện tham chiếu ngược hoặc kiểm tra đệ quy không được hỗ trợ khi so khớp DFA</translation>
    </message>
    <message>
        <source>bad JIT option</source>
        <translation>tùy chọn JIT không đúng</translation>
    </message>
    <message>
        <source>bad data value</source>
        <translation>giá trị dữ liệu không đúng</translation>
    </message>
    <message>
        <source>bad escape sequence in replacement string</source>
        <translation>chuỗi thoát không đúng trong chuỗi thay thế</translation>
    </message>
    <message>
        <source>bad offset into UTF string</source>
        <translation>vị trí không đúng trong chuỗi UTF</translation>
    </message>
    <message>
        <source>bad offset value</source>
        <translation>giá trị vị trí không đúng</translation>
    </message>
    <message>
        <source>bad option value</source>
        <translation>giá trị tùy chọn không đúng</translation>
    </message>
    <message>
        <source>bad serialized data</source>
        <translation>dữ liệu tuần tự hóa không đúng</translation>
    </message>
    <message>
        <source>bad substitution in replacement string</source>
        <translation>phép thay thế không đúng trong chuỗi thay thế</translation>
    </message>
    <message>
        <source>callout error code</source>
        <translation>mã lỗi của lời gọi ngoài</translation>
    </message>
    <message>
        <source>callout string is too long</source>
        <translation>chuỗi của lời gọi ngoài quá dài</translation>
    </message>
    <message>
        <source>character code point value in \u.... sequence is too large</source>
        <translation>giá trị điểm mã ký tự trong chuỗi \u.... quá lớn</translation>
    </message>
    <message>
        <source>character code point value in \x{} or \o{} is too large</source>
        <translation>giá trị điểm mã ký tự trong \x{} hoặc \o{} quá lớn</translation>
    </message>
    <message>
        <source>closing parenthesis for (?C expected</source>
        <translation>cần có dấu ngoặc tròn đóng cho (?C</translation>
    </message>
    <message>
        <source>conditional subpattern contains more than two branches</source>
        <translation>mẫu con có điều kiện có nhiều hơn hai nhánh</translation>
    </message>
    <message>
        <source>different names for subpatterns of the same number are not allowed</source>
        <translation>không được đặt các tên khác nhau cho mẫu con cùng số</translation>
    </message>
    <message>
        <source>digit expected after (?+ or (?-</source>
        <translation>cần có chữ số sau (?+ hoặc (?-</translation>
    </message>
    <message>
        <source>digits missing in \x{} or \o{} or \N{U+}</source>
        <translation>thiếu chữ số trong \x{} hoặc \o{} hoặc \N{U+}</translation>
    </message>
    <message>
        <source>disallowed Unicode code point (&gt;= 0xd800 &amp;&amp; &lt;= 0xdfff)</source>
        <translation>điểm mã Unicode không được phép (&gt;= 0xd800 &amp;&amp; &lt;= 0xdfff)</translation>
    </message>
    <message>
        <source>escape sequence is invalid in character class</source>
        <translation>chuỗi thoát không hợp lệ trong lớp ký tự</translation>
    </message>
    <message>
        <source>expected closing curly bracket in replacement string</source>
        <translation>cần có dấu ngoặc nhọn đóng trong chuỗi thay thế</translation>
    </message>
    <message>
        <source>failed to allocate heap memory</source>
        <translation>không cấp phát được bộ nhớ heap</translation>
    </message>
    <message>
        <source>function is not supported for DFA matching</source>
        <translation>chức năng không được hỗ trợ khi so khớp DFA</translation>
    </message>
    <message>
        <source>heap limit exceeded</source>
        <translation>vượt quá giới hạn bộ nhớ heap</translation>
    </message>
    <message>
        <source>internal error - duplicate substitution match</source>
        <translation>lỗi nội bộ - kết quả thay thế bị trùng</translation>
    </message>
    <message>
        <source>internal error - pattern overwritten?</source>
        <translation>lỗi nội bộ - mẫu đã bị ghi đè?</translation>
    </message>
    <message>
        <source>internal error in pcre2_study(): should not occur</source>
        <translation>lỗi nội bộ trong pcre2_study(): lẽ ra không xảy ra</translation>
    </message>
    <message>
        <source>internal error: bad code value in parsed_skip()</source>
        <translation>lỗi nội bộ: giá trị mã không đúng trong parsed_skip()</translation>
    </message>
    <message>
        <source>internal error: code overflow</source>
        <translation>lỗi nội bộ: tràn mã</translation>
    </message>
    <message>
        <source>internal error: overran compiling workspace</source>
        <translation>lỗi nội bộ: vượt quá vùng làm việc khi biên dịch</translation>
    </message>
    <message>
        <source>internal error: parsed pattern overflow</source>
        <translation>lỗi nội bộ: tràn mẫu đã phân tích</translation>
    </message>
    <message>
        <source>internal error: previously-checked referenced subpattern not found</source>
        <translation>lỗi nội bộ: không tìm thấy mẫu con được tham chiếu đã kiểm tra trước đó</translation>
    </message>
    <message>
        <source>internal error: unexpected repeat</source>
        <translation>lỗi nội bộ: phép lặp không mong đợi</translation>
    </message>
    <message>
        <source>internal error: unknown code in parsed pattern</source>
        <translation>lỗi nội bộ: mã không xác định trong mẫu đã phân tích</translation>
    </message>
    <message>
        <source>internal error: unknown meta code in check_lookbehinds()</source>
        <translation>lỗi nội bộ: mã meta không xác định trong check_lookbehinds()</translation>
    </message>
    <message>
        <source>internal error: unknown newline setting</source>
        <translation>lỗi nội bộ: thiết lập xuống dòng không xác định</translation>
    </message>
    <message>
        <source>internal error: unknown opcode in auto_possessify()</source>
        <translation>lỗi nội bộ: mã lệnh không xác định trong auto_possessify()</translation>
    </message>
    <message>
        <source>invalid data in workspace for DFA restart</source>
        <translation>dữ liệu không hợp lệ trong vùng làm việc khi khởi động lại DFA</translation>
    </message>
    <message>
        <source>invalid escape sequence in (*VERB) name</source>
        <translation>chuỗi thoát không hợp lệ trong tên (*VERB)</translation>
    </message>
    <message>
        <source>invalid hyphen in option setting</source>
        <translation>dấu gạch nối không hợp lệ trong phần đặt tùy chọn</translation>
    </message>
    <message>
        <source>invalid option bits with PCRE2_LITERAL</source>
        <translation>các bit tùy chọn không hợp lệ khi dùng PCRE2_LITERAL</translation>
    </message>
    <message>
        <source>invalid range in character class</source>
        <translation>khoảng không hợp lệ trong lớp ký tự</translation>
    </message>
    <message>
        <source>invalid replacement string</source>
        <translation>chuỗi thay thế không hợp lệ</translation>
    </message>
    <message>
        <source>invalid syntax</source>
        <translation>cú pháp không hợp lệ</translation>
    </message>
    <message>
        <source>lookbehind assertion is not fixed length</source>
        <translation>khẳng định nhìn lùi không có độ dài cố định</translation>
    </message>
    <message>
        <source>lookbehind assertion is too long</source>
        <translation>khẳng định nhìn lùi quá dài</translation>
    </message>
    <message>
        <source>lookbehind is too complicated</source>
        <translation>phép nhìn lùi quá phức tạp</translation>
    </message>
    <message>
        <source>magic number missing</source>
        <translation>thiếu số nhận dạng</translation>
    </message>
    <message>
        <source>malformed \P or \p sequence</source>
        <translation>chuỗi \P hoặc \p sai dạng</translation>
    </message>
    <message>
        <source>match limit exceeded</source>
        <translation>vượt quá giới hạn so khớp</translation>
    </message>
    <message>
        <source>match with end before start or start moved backwards is not supported</source>
        <translation>không hỗ trợ kết quả khớp có điểm cuối trước điểm đầu hoặc điểm đầu bị dời lùi</translation>
    </message>
    <message>
        <source>matching depth limit exceeded</source>
        <translation>vượt quá giới hạn độ sâu so khớp</translation>
    </message>
    <message>
        <source>missing ) after (?# comment</source>
        <translation>thiếu dấu ) sau chú thích (?#</translation>
    </message>
    <message>
        <source>missing closing parenthesis</source>
        <translation>thiếu dấu ngoặc tròn đóng</translation>
    </message>
    <message>
        <source>missing closing parenthesis for condition</source>
        <translation>thiếu dấu ngoặc tròn đóng cho điều kiện</translation>
    </message>
    <message>
        <source>missing opening brace after \o</source>
        <translation>thiếu dấu ngoặc nhọn mở sau \o</translation>
    </message>
    <message>
        <source>missing terminating ] for character class</source>
        <translation>thiếu dấu ] kết thúc lớp ký tự</translation>
    </message>
    <message>
        <source>missing terminating delimiter for callout with string argument</source>
        <translation>thiếu dấu kết thúc cho lời gọi ngoài có đối số chuỗi</translation>
    </message>
    <message>
        <source>name is too long in (*MARK), (*PRUNE), (*SKIP), or (*THEN)</source>
        <translation>tên trong (*MARK), (*PRUNE), (*SKIP) hoặc (*THEN) quá dài</translation>
    </message>
    <message>
        <source>nested recursion at the same subject position</source>
        <translation>đệ quy lồng nhau tại cùng một vị trí của chuỗi</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>không có lỗi</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>không khớp</translation>
    </message>
    <message>
        <source>no more memory</source>
        <translation>hết bộ nhớ</translation>
    </message>
    <message>
        <source>non-hex character in \x{} (closing brace missing?)</source>
        <translation>có ký tự không phải hệ mười sáu trong \x{} (thiếu ngoặc nhọn đóng?)</translation>
    </message>
    <message>
        <source>non-octal character in \o{} (closing brace missing?)</source>
        <translation>có ký tự không phải hệ tám trong \o{} (thiếu ngoặc nhọn đóng?)</translation>
    </message>
    <message>
        <source>non-unique substring name</source>
        <translation>tên chuỗi con không duy nhất</translation>
    </message>
    <message>
        <source>number after (?C is greater than 255</source>
        <translation>số sau (?C lớn hơn 255</translation>
    </message>
    <message>
        <source>number too big in {} quantifier</source>
        <translation>số trong lượng từ {} quá lớn</translation>
    </message>
    <message>
        <source>numbers out of order in {} quantifier</source>
        <translation>các số trong lượng từ {} sai thứ tự</translation>
    </message>
    <message>
        <source>obsolete error (should not occur)</source>
        <translation>lỗi cũ không còn dùng (lẽ ra không xảy ra)</translation>
    </message>
    <message>
        <source>octal value is greater than \377 in 8-bit non-UTF-8 mode</source>
        <translation>giá trị hệ tám lớn hơn \377 ở chế độ 8 bit không phải UTF-8</translation>
    </message>
    <message>
        <source>offset limit set without PCRE2_USE_OFFSET_LIMIT</source>
        <translation>đặt giới hạn vị trí mà không có PCRE2_USE_OFFSET_LIMIT</translation>
    </message>
    <message>
        <source>parentheses are too deeply nested</source>
        <translation>dấu ngoặc tròn lồng quá sâu</translation>
    </message>
    <message>
        <source>parentheses are too deeply nested (stack check)</source>
        <translation>dấu ngoặc tròn lồng quá sâu (kiểm tra ngăn xếp)</translation>
    </message>
    <message>
        <source>partial match</source>
        <translation>khớp một phần</translation>
    </message>
    <message>
        <source>pattern compiled in wrong mode: 8/16/32-bit error</source>
        <translation>mẫu được biên dịch ở chế độ không đúng: lỗi 8/16/32 bit</translation>
    </message>
    <message>
        <source>pattern contains an item that is not supported for DFA matching</source>
        <translation>mẫu chứa thành phần không được hỗ trợ khi so khớp DFA</translation>
    </message>
    <message>
        <source>pattern passed as NULL</source>
        <translation>mẫu truyền vào là NULL</translation>
    </message>
    <message>
        <source>pattern string is longer than the limit set by the application</source>
        <translation>chuỗi mẫu dài hơn giới hạn do ứng dụng đặt</translation>
    </message>
    <message>
        <source>patterns do not all use the same character tables</source>
        <translation>các mẫu không dùng chung một bảng ký tự</translation>
    </message>
    <message>
        <source>quantifier does not follow a repeatable item</source>
        <translation>lượng từ không đứng sau thành phần lặp lại được</translation>
    </message>
    <message>
        <source>range out of order in character class</source>
        <translation>khoảng trong lớp ký tự sai thứ tự</translation>
    </message>
    <message>
        <source>reference to non-existent subpattern</source>
        <translation>tham chiếu tới mẫu con không tồn tại</translation>
    </message>
    <message>
        <source>regular expression is too complicated</source>
        <translation>biểu thức chính quy quá phức tạp</translation>
    </message>
    <message>
        <source>regular expression is too large</source>
        <translation>biểu thức chính quy quá lớn</translation>
    </message>
    <message>
        <source>requested value is not available</source>
        <translation>giá trị được yêu cầu không có sẵn</translation>
    </message>
    <message>
        <source>requested value is not set</source>
        <translation>giá trị được yêu cầu chưa được đặt</translation>
    </message>
    <message>
        <source>script runs require Unicode support, which this version of PCRE2 does not have</source>
        <translation>chuỗi cùng hệ chữ viết cần hỗ trợ Unicode, phiên bản PCRE2 này không có</translation>
    </message>
    <message>
        <source>subpattern name expected</source>
        <translation>cần có tên mẫu con</translation>
    </message>
    <message>
        <source>subpattern name is too long (maximum 32 code units)</source>
        <translation>tên mẫu con quá dài (tối đa 32 đơn vị mã)</translation>
    </message>
    <message>
        <source>subpattern name must start with a non-digit</source>
        <translation>tên mẫu con phải bắt đầu bằng ký tự không phải chữ số</translation>
    </message>
    <message>
        <source>subpattern number is too big</source>
        <translation>số của mẫu con quá lớn</translation>
    </message>
    <message>
        <source>syntax error in subpattern name (missing terminator?)</source>
        <translation>lỗi cú pháp trong tên mẫu con (thiếu dấu kết thúc?)</translation>
    </message>
    <message>
        <source>syntax error or number too big in (?(VERSION condition</source>
        <translation>lỗi cú pháp hoặc số quá lớn trong điều kiện (?(VERSION</translation>
    </message>
    <message>
        <source>this version of PCRE2 does not have Unicode support</source>
        <translation>phiên bản PCRE2 này không hỗ trợ Unicode</translation>
    </message>
    <message>
        <source>this version of PCRE2 does not have support for \P, \p, or \X</source>
        <translation>phiên bản PCRE2 này không hỗ trợ \P, \p hoặc \X</translation>
    </message>
    <message>
        <source>too many capturing groups (maximum 65535)</source>
        <translation>quá nhiều nhóm bắt giữ (tối đa 65535)</translation>
    </message>
    <message>
        <source>too many named subpatterns (maximum 10000)</source>
        <translation>quá nhiều mẫu con có tên (tối đa 10000)</translation>
    </message>
    <message>
        <source>too many replacements (more than INT_MAX)</source>
        <translation>quá nhiều lần thay thế (nhiều hơn INT_MAX)</translation>
    </message>
    <message>
        <source>too much recursion for DFA matching</source>
        <translation>đệ quy quá nhiều khi so khớp DFA</translation>
    </message>
    <message>
        <source>two named subpatterns have the same name (PCRE2_DUPNAMES not set)</source>
        <translation>hai mẫu con có tên trùng nhau (chưa đặt PCRE2_DUPNAMES)</translation>
    </message>
    <message>
        <source>unknown POSIX class name</source>
        <translation>tên lớp POSIX không xác định</translation>
    </message>
    <message>
        <source>unknown property name after \P or \p</source>
        <translation>tên thuộc tính không xác định sau \P hoặc \p</translation>
    </message>
    <message>
        <source>unknown substring</source>
        <translation>chuỗi con không xác định</translation>
    </message>
    <message>
        <source>unmatched closing parenthesis</source>
        <translation>dấu ngoặc tròn đóng không có dấu mở tương ứng</translation>
    </message>
    <message>
        <source>unrecognised compile-time option bit(s)</source>
        <translation>các bit tùy chọn biên dịch không nhận biết được</translation>
    </message>
    <message>
        <source>unrecognized character after (? or (?-</source>
        <translation>ký tự không nhận biết được sau (? hoặc (?-</translation>
    </message>
    <message>
        <source>unrecognized character after (?P</source>
        <translation>ký tự không nhận biết được sau (?P</translation>
    </message>
    <message>
        <source>unrecognized character follows \</source>
        <translation>có ký tự không nhận biết được đứng sau \</translation>
    </message>
    <message>
        <source>unrecognized string delimiter follows (?C</source>
        <translation>có dấu phân cách chuỗi không nhận biết được đứng sau (?C</translation>
    </message>
    <message>
        <source>using UCP is disabled by the application</source>
        <translation>ứng dụng không cho phép dùng UCP</translation>
    </message>
    <message>
        <source>using UTF is disabled by the application</source>
        <translation>ứng dụng không cho phép dùng UTF</translation>
    </message>
    <message>
        <source>using \C is disabled by the application</source>
        <translation>ứng dụng không cho phép dùng \C</translation>
    </message>
    <message>
        <source>using \C is disabled in this PCRE2 library</source>
        <translation>thư viện PCRE2 này không cho phép dùng \C</translation>
    </message>
    <message>
        <source>workspace size exceeded in DFA matching</source>
        <translation>vượt quá kích thước vùng làm việc khi so khớp DFA</translation>
    </message>
</context>
<context>
    <name>QSQLiteDriver</name>
    <message>
        <source>Error closing database</source>
        <translation>Lỗi khi đóng cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Error opening database</source>
        <translation>Lỗi khi mở cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Unable to begin transaction</source>
        <translation>Không bắt đầu được giao dịch</translation>
    </message>
    <message>
        <source>Unable to commit transaction</source>
        <translation>Không hoàn tất được giao dịch</translation>
    </message>
    <message>
        <source>Unable to rollback transaction</source>
        <translation>Không hoàn tác được giao dịch</translation>
    </message>
</context>
<context>
    <name>QSQLiteResult</name>
    <message>
        <source>No query</source>
        <translation>Không có truy vấn</translation>
    </message>
    <message>
        <source>Parameter count mismatch</source>
        <translation>Số lượng tham số không khớp</translation>
    </message>
    <message>
        <source>Unable to bind parameters</source>
        <translation>Không gán được các tham số</translation>
    </message>
    <message>
        <source>Unable to execute multiple statements at a time</source>
        <translation>Không thực thi được nhiều câu lệnh cùng một lúc</translation>
    </message>
    <message>
        <source>Unable to execute statement</source>
        <translation>Không thực thi được câu lệnh</translation>
    </message>
    <message>
        <source>Unable to fetch row</source>
        <translation>Không lấy được dòng</translation>
    </message>
    <message>
        <source>Unable to reset statement</source>
        <translation>Không đặt lại được câu lệnh</translation>
    </message>
</context>
<context>
    <name>QSaveFile</name>
    <message>
        <source>Existing file %1 is not writable</source>
        <translation>Tệp đã có %1 không cho phép ghi</translation>
    </message>
    <message>
        <source>Filename refers to a directory</source>
        <translation>Tên tệp trỏ tới một thư mục</translation>
    </message>
    <message>
        <source>QSaveFile cannot open &apos;%1&apos; without direct write fallback enabled.</source>
        <translation>QSaveFile không mở được &apos;%1&apos; khi chưa bật chế độ dự phòng ghi trực tiếp.</translation>
    </message>
    <message>
        <source>Writing canceled by application</source>
        <translation>Ứng dụng đã hủy việc ghi</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Bottom</source>
        <translation>Cuối</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Mép trái</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Xuống một trang</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>Sang trái một trang</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>Sang phải một trang</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Lên một trang</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Mép phải</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Cuộn xuống</translation>
    </message>
    <message>
        <source>Scroll here</source>
        <translation>Cuộn tới đây</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Cuộn sang phải</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Cuộn lên</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Đầu</translation>
    </message>
</context>
<context>
    <name>QSctpSocket</name>
    <message>
        <source>The remote host closed the connection</source>
        <translation>Máy từ xa đã đóng kết nối</translation>
    </message>
</context>
<context>
    <name>QSharedMemory</name>
    <message>
        <source>%1: already exists</source>
        <translation>%1: đã tồn tại</translation>
    </message>
    <message>
        <source>%1: bad name</source>
        <translation>%1: tên không hợp lệ</translation>
    </message>
    <message>
        <source>%1: create size is less then 0</source>
        <translation>%1: kích thước cần tạo nhỏ hơn 0</translation>
    </message>
    <message>
        <source>%1: doesn&apos;t exist</source>
        <translation>%1: không tồn tại</translation>
    </message>
    <message>
        <source>%1: invalid size</source>
        <translation>%1: kích thước không hợp lệ</translation>
    </message>
    <message>
        <source>%1: key error</source>
        <translation>%1: lỗi khóa</translation>
    </message>
    <message>
        <source>%1: key is empty</source>
        <translation>%1: khóa rỗng</translation>
    </message>
    <message>
        <source>%1: not attached</source>
        <translation>%1: chưa gắn vào</translation>
    </message>
    <message>
        <source>%1: out of resources</source>
        <translation>%1: đã hết tài nguyên</translation>
    </message>
    <message>
        <source>%1: permission denied</source>
        <translation>%1: không có quyền truy cập</translation>
    </message>
    <message>
        <source>%1: size query failed</source>
        <translation>%1: không truy vấn được kích thước</translation>
    </message>
    <message>
        <source>%1: system-imposed size restrictions</source>
        <translation>%1: hệ thống giới hạn kích thước</translation>
    </message>
    <message>
        <source>%1: unable to lock</source>
        <translation>%1: không khóa được</translation>
    </message>
    <message>
        <source>%1: unable to make key</source>
        <translation>%1: không tạo được khóa</translation>
    </message>
    <message>
        <source>%1: unable to set key on lock (%2)</source>
        <translation>%1: không đặt được khóa khi khóa vùng nhớ (%2)</translation>
    </message>
    <message>
        <source>%1: unable to unlock</source>
        <translation>%1: không mở khóa được</translation>
    </message>
    <message>
        <source>%1: unknown error: %2</source>
        <translation>%1: lỗi không xác định: %2</translation>
    </message>
    <message>
        <source>%1: unsupported key type</source>
        <translation>%1: loại khóa không được hỗ trợ</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Add Favorite</source>
        <translation>Thêm vào mục yêu thích</translation>
    </message>
    <message>
        <source>Adjust Brightness</source>
        <translation>Chỉnh độ sáng</translation>
    </message>
    <message>
        <source>Adjust contrast</source>
        <translation>Chỉnh độ tương phản</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Application Left</source>
        <translation>Ứng dụng bên trái</translation>
    </message>
    <message>
        <source>Application Right</source>
        <translation>Ứng dụng bên phải</translation>
    </message>
    <message>
        <source>Audio Cycle Track</source>
        <translation>Âm thanh: đổi bài</translation>
    </message>
    <message>
        <source>Audio Random Play</source>
        <translation>Âm thanh: phát ngẫu nhiên</translation>
    </message>
    <message>
        <source>Audio Repeat</source>
        <translation>Âm thanh: phát lặp lại</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Back Forward</source>
        <translation>Lùi tiến</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Backtab</source>
        <translation>Backtab</translation>
    </message>
    <message>
        <source>Bass Boost</source>
        <translation>Tăng cường âm trầm</translation>
    </message>
    <message>
        <source>Bass Down</source>
        <translation>Giảm âm trầm</translation>
    </message>
    <message>
        <source>Bass Up</source>
        <translation>Tăng âm trầm</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Nút xanh dương</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Sách</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Trình duyệt</translation>
    </message>
    <message>
        <source>CD</source>
        <translation>Đĩa CD</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>Máy tính bỏ túi</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Camera Focus</source>
        <translation>Lấy nét máy ảnh</translation>
    </message>
    <message>
        <source>Camera Shutter</source>
        <translation>Chụp ảnh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>CapsLock</source>
        <translation>CapsLock</translation>
    </message>
    <message>
        <source>Channel Down</source>
        <translation>Lùi kênh</translation>
    </message>
    <message>
        <source>Channel Up</source>
        <translation>Tiến kênh</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa hết</translation>
    </message>
    <message>
        <source>Clear Grab</source>
        <translation>Bỏ chiếm giữ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Code input</source>
        <translation>Nhập mã</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Cộng đồng</translation>
    </message>
    <message>
        <source>Context1</source>
        <translation>Ngữ cảnh 1</translation>
    </message>
    <message>
        <source>Context2</source>
        <translation>Ngữ cảnh 2</translation>
    </message>
    <message>
        <source>Context3</source>
        <translation>Ngữ cảnh 3</translation>
    </message>
    <message>
        <source>Context4</source>
        <translation>Ngữ cảnh 4</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>DOS</source>
        <translation>DOS</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Eisu Shift</source>
        <translation>Eisu Shift</translation>
    </message>
    <message>
        <source>Eisu toggle</source>
        <translation>Bật/tắt Eisu</translation>
    </message>
    <message>
        <source>Eject</source>
        <translation>Đẩy đĩa</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Execute</source>
        <translation>Thực thi</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>F%1</source>
        <translation>F%1</translation>
    </message>
    <message>
        <source>Favorites</source>
        <translation>Mục yêu thích</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Tài chính</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Lật</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>Trò chơi</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Đi tới</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Nút xanh lá</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Hangul</source>
        <translation>Hangul</translation>
    </message>
    <message>
        <source>Hangul Banja</source>
        <translation>Hangul Banja</translation>
    </message>
    <message>
        <source>Hangul End</source>
        <translation>Hangul kết thúc</translation>
    </message>
    <message>
        <source>Hangul Hanja</source>
        <translation>Hangul Hanja</translation>
    </message>
    <message>
        <source>Hangul Jamo</source>
        <translation>Hangul Jamo</translation>
    </message>
    <message>
        <source>Hangul Jeonja</source>
        <translation>Hangul Jeonja</translation>
    </message>
    <message>
        <source>Hangul PostHanja</source>
        <translation>Hangul sau Hanja</translation>
    </message>
    <message>
        <source>Hangul PreHanja</source>
        <translation>Hangul trước Hanja</translation>
    </message>
    <message>
        <source>Hangul Romaja</source>
        <translation>Hangul Romaja</translation>
    </message>
    <message>
        <source>Hangul Special</source>
        <translation>Hangul đặc biệt</translation>
    </message>
    <message>
        <source>Hangul Start</source>
        <translation>Hangul bắt đầu</translation>
    </message>
    <message>
        <source>Hangup</source>
        <translation>Gác máy</translation>
    </message>
    <message>
        <source>Hankaku</source>
        <translation>Hankaku</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Henkan</source>
        <translation>Henkan</translation>
    </message>
    <message>
        <source>Hibernate</source>
        <translation>Ngủ đông</translation>
    </message>
    <message>
        <source>Hiragana</source>
        <translation>Hiragana</translation>
    </message>
    <message>
        <source>Hiragana Katakana</source>
        <translation>Hiragana Katakana</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Home Office</source>
        <translation>Văn phòng tại nhà</translation>
    </message>
    <message>
        <source>Home Page</source>
        <translation>Trang chủ</translation>
    </message>
    <message>
        <source>Hot Links</source>
        <translation>Liên kết nhanh</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Kana Lock</source>
        <translation>Khóa Kana</translation>
    </message>
    <message>
        <source>Kana Shift</source>
        <translation>Kana Shift</translation>
    </message>
    <message>
        <source>Kanji</source>
        <translation>Kanji</translation>
    </message>
    <message>
        <source>Katakana</source>
        <translation>Katakana</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Bàn phím</translation>
    </message>
    <message>
        <source>Keyboard Brightness Down</source>
        <translation>Giảm độ sáng bàn phím</translation>
    </message>
    <message>
        <source>Keyboard Brightness Up</source>
        <translation>Tăng độ sáng bàn phím</translation>
    </message>
    <message>
        <source>Keyboard Light On/Off</source>
        <translation>Bật/tắt đèn bàn phím</translation>
    </message>
    <message>
        <source>Keyboard Menu</source>
        <translation>Menu bàn phím</translation>
    </message>
    <message>
        <source>Last Number Redial</source>
        <translation>Gọi lại số cuối</translation>
    </message>
    <message>
        <source>Launch (0)</source>
        <translation>Khởi chạy (0)</translation>
    </message>
    <message>
        <source>Launch (1)</source>
        <translation>Khởi chạy (1)</translation>
    </message>
    <message>
        <source>Launch (2)</source>
        <translation>Khởi chạy (2)</translation>
    </message>
    <message>
        <source>Launch (3)</source>
        <translation>Khởi chạy (3)</translation>
    </message>
    <message>
        <source>Launch (4)</source>
        <translation>Khởi chạy (4)</translation>
    </message>
    <message>
        <source>Launch (5)</source>
        <translation>Khởi chạy (5)</translation>
    </message>
    <message>
        <source>Launch (6)</source>
        <translation>Khởi chạy (6)</translation>
    </message>
    <message>
        <source>Launch (7)</source>
        <translation>Khởi chạy (7)</translation>
    </message>
    <message>
        <source>Launch (8)</source>
        <translation>Khởi chạy (8)</translation>
    </message>
    <message>
        <source>Launch (9)</source>
        <translation>Khởi chạy (9)</translation>
    </message>
    <message>
        <source>Launch (A)</source>
        <translation>Khởi chạy (A)</translation>
    </message>
    <message>
        <source>Launch (B)</source>
        <translation>Khởi chạy (B)</translation>
    </message>
    <message>
        <source>Launch (C)</source>
        <translation>Khởi chạy (C)</translation>
    </message>
    <message>
        <source>Launch (D)</source>
        <translation>Khởi chạy (D)</translation>
    </message>
    <message>
        <source>Launch (E)</source>
        <translation>Khởi chạy (E)</translation>
    </message>
    <message>
        <source>Launch (F)</source>
        <translation>Khởi chạy (F)</translation>
    </message>
    <message>
        <source>Launch (G)</source>
        <translation>Khởi chạy (G)</translation>
    </message>
    <message>
        <source>Launch (H)</source>
        <translation>Khởi chạy (H)</translation>
    </message>
    <message>
        <source>Launch Mail</source>
        <translation>Mở thư điện tử</translation>
    </message>
    <message>
        <source>Launch Media</source>
        <translation>Mở trình phát đa phương tiện</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Trái</translation>
    </message>
    <message>
        <source>LightBulb</source>
        <translation>Bóng đèn</translation>
    </message>
    <message>
        <source>Logoff</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Mail Forward</source>
        <translation>Chuyển tiếp thư</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Chợ</translation>
    </message>
    <message>
        <source>Massyo</source>
        <translation>Massyo</translation>
    </message>
    <message>
        <source>Media Fast Forward</source>
        <translation>Tua nhanh</translation>
    </message>
    <message>
        <source>Media Next</source>
        <translation>Bài sau</translation>
    </message>
    <message>
        <source>Media Pause</source>
        <translation>Tạm dừng phát</translation>
    </message>
    <message>
        <source>Media Play</source>
        <translation>Phát đa phương tiện</translation>
    </message>
    <message>
        <source>Media Previous</source>
        <translation>Bài trước</translation>
    </message>
    <message>
        <source>Media Record</source>
        <translation>Ghi âm, ghi hình</translation>
    </message>
    <message>
        <source>Media Rewind</source>
        <translation>Tua lại</translation>
    </message>
    <message>
        <source>Media Stop</source>
        <translation>Dừng phát</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Cuộc họp</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Ghi nhớ</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu PB</source>
        <translation>Menu PB</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Nhắn tin</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Microphone Mute</source>
        <translation>Tắt tiếng micrô</translation>
    </message>
    <message>
        <source>Microphone Volume Down</source>
        <translation>Giảm âm lượng micrô</translation>
    </message>
    <message>
        <source>Microphone Volume Up</source>
        <translation>Tăng âm lượng micrô</translation>
    </message>
    <message>
        <source>Monitor Brightness Down</source>
        <translation>Giảm độ sáng màn hình</translation>
    </message>
    <message>
        <source>Monitor Brightness Up</source>
        <translation>Tăng độ sáng màn hình</translation>
    </message>
    <message>
        <source>Muhenkan</source>
        <translation>Muhenkan</translation>
    </message>
    <message>
        <source>Multiple Candidate</source>
        <translation>Nhiều lựa chọn</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Âm nhạc</translation>
    </message>
    <message>
        <source>My Sites</source>
        <translation>Trang của tôi</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Tin tức</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Num</source>
        <translation>Num</translation>
    </message>
    <message>
        <source>Num Lock</source>
        <translation>Num Lock</translation>
    </message>
    <message>
        <source>NumLock</source>
        <translation>NumLock</translation>
    </message>
    <message>
        <source>Number Lock</source>
        <translation>Number Lock</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open URL</source>
        <translation>Mở địa chỉ web</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDown</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Phát</translation>
    </message>
    <message>
        <source>Power Down</source>
        <translation>Chờ tắt nguồn</translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation>Tắt nguồn</translation>
    </message>
    <message>
        <source>Previous Candidate</source>
        <translation>Lựa chọn trước</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print Screen</translation>
    </message>
    <message>
        <source>Print Screen</source>
        <translation>Print Screen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Nút đỏ</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Làm mới</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Tải lại</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Phải</translation>
    </message>
    <message>
        <source>Romaji</source>
        <translation>Romaji</translation>
    </message>
    <message>
        <source>Rotate Windows</source>
        <translation>Xoay cửa sổ</translation>
    </message>
    <message>
        <source>Rotation KB</source>
        <translation>Xoay KB</translation>
    </message>
    <message>
        <source>Rotation PB</source>
        <translation>Xoay PB</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Screensaver</source>
        <translation>Bảo vệ màn hình</translation>
    </message>
    <message>
        <source>Scroll Lock</source>
        <translation>Scroll Lock</translation>
    </message>
    <message>
        <source>ScrollLock</source>
        <translation>ScrollLock</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Mua sắm</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Ngủ</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <source>Spellchecker</source>
        <translation>Kiểm tra chính tả</translation>
    </message>
    <message>
        <source>Split Screen</source>
        <translation>Chia màn hình</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Bảng tính</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Phụ đề</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Hỗ trợ</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Tạm ngưng</translation>
    </message>
    <message>
        <source>SysReq</source>
        <translation>SysReq</translation>
    </message>
    <message>
        <source>System Request</source>
        <translation>System Request</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Task Panel</source>
        <translation>Bảng tác vụ</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Cửa sổ dòng lệnh</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>To-do list</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Toggle Call/Hangup</source>
        <translation>Gọi hoặc gác máy</translation>
    </message>
    <message>
        <source>Toggle Media Play/Pause</source>
        <translation>Phát hoặc tạm dừng</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>Top Menu</source>
        <translation>Menu trên cùng</translation>
    </message>
    <message>
        <source>Touchpad Off</source>
        <translation>Tắt bàn di chuột</translation>
    </message>
    <message>
        <source>Touchpad On</source>
        <translation>Bật bàn di chuột</translation>
    </message>
    <message>
        <source>Touchpad Toggle</source>
        <translation>Bật/tắt bàn di chuột</translation>
    </message>
    <message>
        <source>Touroku</source>
        <translation>Touroku</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Du lịch</translation>
    </message>
    <message>
        <source>Treble Down</source>
        <translation>Giảm âm bổng</translation>
    </message>
    <message>
        <source>Treble Up</source>
        <translation>Tăng âm bổng</translation>
    </message>
    <message>
        <source>Ultra Wide Band</source>
        <translation>Băng siêu rộng</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Phim</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Voice Dial</source>
        <translation>Gọi bằng giọng nói</translation>
    </message>
    <message>
        <source>Volume Down</source>
        <translation>Giảm âm lượng</translation>
    </message>
    <message>
        <source>Volume Mute</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Volume Up</source>
        <translation>Tăng âm lượng</translation>
    </message>
    <message>
        <source>WWW</source>
        <translation>Mạng WWW</translation>
    </message>
    <message>
        <source>Wake Up</source>
        <translation>Đánh thức</translation>
    </message>
    <message>
        <source>WebCam</source>
        <translation>Máy ảnh web</translation>
    </message>
    <message>
        <source>Wireless</source>
        <translation>Không dây</translation>
    </message>
    <message>
        <source>Word Processor</source>
        <translation>Trình soạn thảo văn bản</translation>
    </message>
    <message>
        <source>XFer</source>
        <translation>XFer</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Nút vàng</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Zenkaku</source>
        <translation>Zenkaku</translation>
    </message>
    <message>
        <source>Zenkaku Hankaku</source>
        <translation>Zenkaku Hankaku</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Thu phóng</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>iTouch</source>
        <translation>iTouch</translation>
    </message>
</context>
<context>
    <name>QSocks5SocketEngine</name>
    <message>
        <source>Address type not supported</source>
        <translation>Kiểu địa chỉ không được hỗ trợ</translation>
    </message>
    <message>
        <source>Connection not allowed by SOCKSv5 server</source>
        <translation>Máy chủ SOCKSv5 không cho phép kết nối</translation>
    </message>
    <message>
        <source>Connection to proxy closed prematurely</source>
        <translation>Kết nối với máy chủ proxy bị đóng sớm</translation>
    </message>
    <message>
        <source>Connection to proxy refused</source>
        <translation>Kết nối với máy chủ proxy bị từ chối</translation>
    </message>
    <message>
        <source>Connection to proxy timed out</source>
        <translation>Kết nối với máy chủ proxy đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>General SOCKSv5 server failure</source>
        <translation>Lỗi chung của máy chủ SOCKSv5</translation>
    </message>
    <message>
        <source>Network operation timed out</source>
        <translation>Thao tác mạng đã hết thời gian chờ</translation>
    </message>
    <message>
        <source>Proxy authentication failed</source>
        <translation>Xác thực với máy chủ proxy không thành công</translation>
    </message>
    <message>
        <source>Proxy authentication failed: %1</source>
        <translation>Xác thực với máy chủ proxy không thành công: %1</translation>
    </message>
    <message>
        <source>Proxy host not found</source>
        <translation>Không tìm thấy máy chủ proxy</translation>
    </message>
    <message>
        <source>SOCKS version 5 protocol error</source>
        <translation>Lỗi giao thức SOCKS phiên bản 5</translation>
    </message>
    <message>
        <source>SOCKSv5 command not supported</source>
        <translation>Lệnh SOCKSv5 không được hỗ trợ</translation>
    </message>
    <message>
        <source>TTL expired</source>
        <translation>Thời gian sống (TTL) đã hết</translation>
    </message>
    <message>
        <source>Unknown SOCKSv5 proxy error code 0x%1</source>
        <translation>Mã lỗi proxy SOCKSv5 không xác định 0x%1</translation>
    </message>
</context>
<context>
    <name>QSpiAccessibleBridge</name>
    <message>
        <source>alert message</source>
        <translation>thông báo cảnh báo</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>hình động</translation>
    </message>
    <message>
        <source>application</source>
        <translation>ứng dụng</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>trợ lý</translation>
    </message>
    <message>
        <source>block quote</source>
        <translation>khối trích dẫn</translation>
    </message>
    <message>
        <source>button menu</source>
        <translation>trình đơn của nút</translation>
    </message>
    <message>
        <source>button with drop down</source>
        <translation>nút có danh sách thả xuống</translation>
    </message>
    <message>
        <source>button with drop down grid</source>
        <translation>nút có lưới thả xuống</translation>
    </message>
    <message>
        <source>canvas</source>
        <translation>khung vẽ</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>ô</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>biểu đồ</translation>
    </message>
    <message>
        <source>check box</source>
        <translation>hộp kiểm</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>đồng hồ</translation>
    </message>
    <message>
        <source>color chooser</source>
        <translation>bộ chọn màu</translation>
    </message>
    <message>
        <source>column</source>
        <translation>cột</translation>
    </message>
    <message>
        <source>column header</source>
        <translation>tiêu đề cột</translation>
    </message>
    <message>
        <source>combo box</source>
        <translation>hộp tổ hợp</translation>
    </message>
    <message>
        <source>complementary content</source>
        <translation>nội dung bổ sung</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>con trỏ</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>màn hình nền</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>núm xoay</translation>
    </message>
    <message>
        <source>dialog</source>
        <translation>hộp thoại</translation>
    </message>
    <message>
        <source>document</source>
        <translation>tài liệu</translation>
    </message>
    <message>
        <source>equation</source>
        <translation>công thức</translation>
    </message>
    <message>
        <source>filler</source>
        <translation>phần đệm</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>chân trang</translation>
    </message>
    <message>
        <source>form</source>
        <translation>biểu mẫu</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>khung</translation>
    </message>
    <message>
        <source>graphic</source>
        <translation>hình vẽ</translation>
    </message>
    <message>
        <source>grip</source>
        <translation>tay nắm</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>đề mục</translation>
    </message>
    <message>
        <source>help balloon</source>
        <translation>bóng trợ giúp</translation>
    </message>
    <message>
        <source>hotkey field</source>
        <translation>ô phím nóng</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>chỉ báo</translation>
    </message>
    <message>
        <source>invalid role</source>
        <translation>vai trò không hợp lệ</translation>
    </message>
    <message>
        <source>label</source>
        <translation>nhãn</translation>
    </message>
    <message>
        <source>layered pane</source>
        <translation>ngăn xếp lớp</translation>
    </message>
    <message>
        <source>link</source>
        <translation>liên kết</translation>
    </message>
    <message>
        <source>list</source>
        <translation>danh sách</translation>
    </message>
    <message>
        <source>list item</source>
        <translation>mục trong danh sách</translation>
    </message>
    <message>
        <source>menu bar</source>
        <translation>thanh trình đơn</translation>
    </message>
    <message>
        <source>menu item</source>
        <translation>mục trình đơn</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>thông báo</translation>
    </message>
    <message>
        <source>page tab</source>
        <translation>thẻ trang</translation>
    </message>
    <message>
        <source>page tab list</source>
        <translation>danh sách thẻ trang</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>bảng điều khiển</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>đoạn văn</translation>
    </message>
    <message>
        <source>popup menu</source>
        <translation>trình đơn bật lên</translation>
    </message>
    <message>
        <source>progress bar</source>
        <translation>thanh tiến trình</translation>
    </message>
    <message>
        <source>property page</source>
        <translation>trang thuộc tính</translation>
    </message>
    <message>
        <source>push button</source>
        <translation>nút bấm</translation>
    </message>
    <message>
        <source>radio button</source>
        <translation>nút chọn một</translation>
    </message>
    <message>
        <source>row</source>
        <translation>dòng</translation>
    </message>
    <message>
        <source>row header</source>
        <translation>tiêu đề dòng</translation>
    </message>
    <message>
        <source>scroll bar</source>
        <translation>thanh cuộn</translation>
    </message>
    <message>
        <source>section</source>
        <translation>phần</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>dấu phân cách</translation>
    </message>
    <message>
        <source>slider</source>
        <translation>thanh trượt</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>âm thanh</translation>
    </message>
    <message>
        <source>space</source>
        <translation>khoảng trống</translation>
    </message>
    <message>
        <source>spin box</source>
        <translation>ô tăng giảm</translation>
    </message>
    <message>
        <source>splitter</source>
        <translation>thanh chia</translation>
    </message>
    <message>
        <source>status bar</source>
        <translation>thanh trạng thái</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>công tắc</translation>
    </message>
    <message>
        <source>table</source>
        <translation>bảng</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>cửa sổ dòng lệnh</translation>
    </message>
    <message>
        <source>text</source>
        <translation>văn bản</translation>
    </message>
    <message>
        <source>text caret</source>
        <translation>dấu nháy văn bản</translation>
    </message>
    <message>
        <source>title bar</source>
        <translation>thanh tiêu đề</translation>
    </message>
    <message>
        <source>tool bar</source>
        <translation>thanh công cụ</translation>
    </message>
    <message>
        <source>tool tip</source>
        <translation>chú giải</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>cây</translation>
    </message>
    <message>
        <source>tree item</source>
        <translation>mục trong cây</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>không xác định</translation>
    </message>
    <message>
        <source>web document</source>
        <translation>tài liệu web</translation>
    </message>
</context>
<context>
    <name>QSslDiffieHellmanParameter</name>
    <message>
        <source>Invalid input data</source>
        <translation>Dữ liệu đầu vào không hợp lệ</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Không có lỗi</translation>
    </message>
    <message>
        <source>The given Diffie-Hellman parameters are deemed unsafe</source>
        <translation>Các tham số Diffie-Hellman đã cho được coi là không an toàn</translation>
    </message>
</context>
<context>
    <name>QSslSocket</name>
    <message>
        <source>A message was received out of sequence.</source>
        <translation>Nhận được một thông điệp sai thứ tự.</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Truy cập bị từ chối</translation>
    </message>
    <message>
        <source>Algorithm mismatch</source>
        <translation>Thuật toán không khớp</translation>
    </message>
    <message>
        <source>An error occurred attempting to set %1 to %2</source>
        <translation>Xảy ra lỗi khi đặt %1 thành %2</translation>
    </message>
    <message>
        <source>An internal handle was invalid</source>
        <translation>Một định danh nội bộ không hợp lệ</translation>
    </message>
    <message>
        <source>An internal token was invalid</source>
        <translation>Một thẻ bài nội bộ không hợp lệ</translation>
    </message>
    <message>
        <source>An unsupported function was requested</source>
        <translation>Chức năng được yêu cầu không được hỗ trợ</translation>
    </message>
    <message>
        <source>Attempted to use an unsupported protocol.</source>
        <translation>Đã thử dùng một giao thức không được hỗ trợ.</translation>
    </message>
    <message>
        <source>Cannot provide a certificate with no key</source>
        <translation>Không đưa ra được chứng thư không có khóa</translation>
    </message>
    <message>
        <source>Client-side sockets do not send OCSP responses</source>
        <translation>Socket phía máy khách không gửi phản hồi OCSP</translation>
    </message>
    <message>
        <source>Did not get the required attributes for the connection.</source>
        <translation>Không nhận được các thuộc tính cần thiết cho kết nối.</translation>
    </message>
    <message>
        <source>Diffie-Hellman parameters are not valid</source>
        <translation>Các tham số Diffie-Hellman không hợp lệ</translation>
    </message>
    <message>
        <source>Error creating SSL context (%1)</source>
        <translation>Lỗi khi tạo ngữ cảnh SSL (%1)</translation>
    </message>
    <message>
        <source>Error creating SSL session, %1</source>
        <translation>Lỗi khi tạo phiên SSL, %1</translation>
    </message>
    <message>
        <source>Error creating SSL session: %1</source>
        <translation>Lỗi khi tạo phiên SSL: %1</translation>
    </message>
    <message>
        <source>Error during SSL handshake: %1</source>
        <translation>Lỗi khi bắt tay SSL: %1</translation>
    </message>
    <message>
        <source>Error loading local certificate, %1</source>
        <translation>Lỗi khi nạp chứng thư trên máy này, %1</translation>
    </message>
    <message>
        <source>Error loading private key, %1</source>
        <translation>Lỗi khi nạp khóa bí mật, %1</translation>
    </message>
    <message>
        <source>Error when setting the OpenSSL configuration (%1)</source>
        <translation>Lỗi khi đặt cấu hình OpenSSL (%1)</translation>
    </message>
    <message>
        <source>Error when setting the elliptic curves (%1)</source>
        <translation>Lỗi khi đặt các đường cong elliptic (%1)</translation>
    </message>
    <message>
        <source>Error while reading: %1</source>
        <translation>Lỗi khi đọc: %1</translation>
    </message>
    <message>
        <source>Error while setting the maximum protocol version</source>
        <translation>Lỗi khi đặt phiên bản giao thức cao nhất</translation>
    </message>
    <message>
        <source>Error while setting the minimal protocol version</source>
        <translation>Lỗi khi đặt phiên bản giao thức thấp nhất</translation>
    </message>
    <message>
        <source>Expecting QByteArray for %1</source>
        <translation>Cần QByteArray cho %1</translation>
    </message>
    <message>
        <source>Failed to decode OCSP response</source>
        <translation>Không giải mã được phản hồi OCSP</translation>
    </message>
    <message>
        <source>Failed to decode a SingleResponse from OCSP status response</source>
        <translation>Không giải mã được một SingleResponse trong phản hồi trạng thái OCSP</translation>
    </message>
    <message>
        <source>Failed to enable OCSP stapling</source>
        <translation>Không bật được chế độ đính kèm OCSP</translation>
    </message>
    <message>
        <source>Failed to extract &apos;this update time&apos; from the SingleResponse</source>
        <translation>Không trích được &apos;thời điểm của lần cập nhật này&apos; từ SingleResponse</translation>
    </message>
    <message>
        <source>Failed to extract basic OCSP response</source>
        <translation>Không trích được phản hồi OCSP cơ bản</translation>
    </message>
    <message>
        <source>Failed to query the TLS context: %1</source>
        <translation>Không truy vấn được ngữ cảnh TLS: %1</translation>
    </message>
    <message>
        <source>Handshake failed: %1</source>
        <translation>Bắt tay không thành công: %1</translation>
    </message>
    <message>
        <source>Insufficient memory</source>
        <translation>Không đủ bộ nhớ</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Lỗi nội bộ</translation>
    </message>
    <message>
        <source>Invalid or empty cipher list (%1)</source>
        <translation>Danh sách thuật toán mã hóa không hợp lệ hoặc rỗng (%1)</translation>
    </message>
    <message>
        <source>Invalid protocol chosen</source>
        <translation>Giao thức đã chọn không hợp lệ</translation>
    </message>
    <message>
        <source>No OCSP status response found</source>
        <translation>Không tìm thấy phản hồi trạng thái OCSP</translation>
    </message>
    <message>
        <source>No authority could be contacted for authorization</source>
        <translation>Không liên hệ được với cơ quan có thẩm quyền nào để cấp phép</translation>
    </message>
    <message>
        <source>No certificate verification store, cannot verify OCSP response</source>
        <translation>Không có kho kiểm tra chứng thư, không kiểm tra được phản hồi OCSP</translation>
    </message>
    <message>
        <source>No certificates could be verified</source>
        <translation>Không kiểm tra được chứng thư nào</translation>
    </message>
    <message>
        <source>No cipher suites in common</source>
        <translation>Không có bộ thuật toán mã hóa chung</translation>
    </message>
    <message>
        <source>No common protocol exists between the client and the server</source>
        <translation>Máy khách và máy chủ không có giao thức chung</translation>
    </message>
    <message>
        <source>No credentials</source>
        <translation>Không có thông tin xác thực</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Không có lỗi</translation>
    </message>
    <message>
        <source>OCSP responder reached an inconsistent internal state</source>
        <translation>Máy trả lời OCSP rơi vào trạng thái nội bộ không nhất quán</translation>
    </message>
    <message>
        <source>OCSP responder was unable to return a status for the requested certificate</source>
        <translation>Máy trả lời OCSP không trả được trạng thái của chứng thư được yêu cầu</translation>
    </message>
    <message>
        <source>OCSP responder&apos;s identity cannot be verified</source>
        <translation>Không xác minh được danh tính của máy trả lời OCSP</translation>
    </message>
    <message>
        <source>OCSP response contains an unexpected number of SingleResponse structures</source>
        <translation>Phản hồi OCSP chứa số lượng cấu trúc SingleResponse không như mong đợi</translation>
    </message>
    <message>
        <source>One of the CA certificates is invalid</source>
        <translation>Một trong các chứng thư của tổ chức chứng thực không hợp lệ</translation>
    </message>
    <message>
        <source>OpenSSL version with disabled elliptic curves</source>
        <translation>Phiên bản OpenSSL không bật đường cong elliptic</translation>
    </message>
    <message>
        <source>Private key does not certify public key, %1</source>
        <translation>Khóa bí mật không ứng với khóa công khai, %1</translation>
    </message>
    <message>
        <source>Renegotiation was unsuccessful: %1</source>
        <translation>Thỏa thuận lại không thành công: %1</translation>
    </message>
    <message>
        <source>SSL_CONF_CTX_new() failed</source>
        <translation>SSL_CONF_CTX_new() không thành công</translation>
    </message>
    <message>
        <source>SSL_CONF_finish() failed</source>
        <translation>SSL_CONF_finish() không thành công</translation>
    </message>
    <message>
        <source>Schannel failed to encrypt data: %1</source>
        <translation>Schannel không mã hóa được dữ liệu: %1</translation>
    </message>
    <message>
        <source>Server did not accept any certificate we could present.</source>
        <translation>Máy chủ không chấp nhận chứng thư nào do máy này đưa ra.</translation>
    </message>
    <message>
        <source>Server-side QSslSocket does not support OCSP stapling</source>
        <translation>QSslSocket phía máy chủ không hỗ trợ chế độ đính kèm OCSP</translation>
    </message>
    <message>
        <source>TLS certificate unexpectedly changed during renegotiation!</source>
        <translation>Chứng thư TLS thay đổi bất thường trong khi thỏa thuận lại!</translation>
    </message>
    <message>
        <source>TLS initialization failed</source>
        <translation>Không khởi tạo được TLS</translation>
    </message>
    <message>
        <source>The OCSP status request had invalid syntax</source>
        <translation>Yêu cầu trạng thái OCSP có cú pháp không hợp lệ</translation>
    </message>
    <message>
        <source>The TLS/SSL connection has been closed</source>
        <translation>Kết nối TLS/SSL đã đóng</translation>
    </message>
    <message>
        <source>The basicConstraints path length parameter has been exceeded</source>
        <translation>Vượt quá tham số độ dài đường dẫn của basicConstraints</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>Chứng thư đã hết hạn</translation>
    </message>
    <message>
        <source>The certificate is not yet valid</source>
        <translation>Chứng thư chưa có hiệu lực</translation>
    </message>
    <message>
        <source>The certificate is self-signed, and untrusted</source>
        <translation>Chứng thư tự ký và không đáng tin cậy</translation>
    </message>
    <message>
        <source>The certificate provided cannot be used for a client.</source>
        <translation>Chứng thư đã cho không dùng được cho máy khách.</translation>
    </message>
    <message>
        <source>The certificate provided cannot be used for a server.</source>
        <translation>Chứng thư đã cho không dùng được cho máy chủ.</translation>
    </message>
    <message>
        <source>The certificate signature could not be decrypted</source>
        <translation>Không giải mã được chữ ký của chứng thư</translation>
    </message>
    <message>
        <source>The certificate status response has expired</source>
        <translation>Phản hồi trạng thái chứng thư đã hết hạn</translation>
    </message>
    <message>
        <source>The certificate&apos;s notAfter field contains an invalid time</source>
        <translation>Trường notAfter của chứng thư chứa thời gian không hợp lệ</translation>
    </message>
    <message>
        <source>The certificate&apos;s notBefore field contains an invalid time</source>
        <translation>Trường notBefore của chứng thư chứa thời gian không hợp lệ</translation>
    </message>
    <message>
        <source>The certificate&apos;s status is unknown</source>
        <translation>Không rõ trạng thái của chứng thư</translation>
    </message>
    <message>
        <source>The client is not authorized to request OCSP status from this server</source>
        <translation>Máy khách không được phép yêu cầu trạng thái OCSP từ máy chủ này</translation>
    </message>
    <message>
        <source>The credentials were not recognized / Invalid argument</source>
        <translation>Không nhận biết được thông tin xác thực / Đối số không hợp lệ</translation>
    </message>
    <message>
        <source>The current candidate issuer certificate was rejected because its issuer name and serial number was present and did not match the authority key identifier of the current certificate</source>
        <translation>Chứng thư bên cấp đang xét bị từ chối vì có tên bên cấp và số sê-ri nhưng không khớp với định danh khóa của tổ chức chứng thực trong chứng thư hiện tại</translation>
    </message>
    <message>
        <source>The current candidate issuer certificate was rejected because its subject name did not match the issuer name of the current certificate</source>
        <translation>Chứng thư bên cấp đang xét bị từ chối vì tên chủ thể không khớp với tên bên cấp trong chứng thư hiện tại</translation>
    </message>
    <message>
        <source>The data could not be decrypted</source>
        <translation>Không giải mã được dữ liệu</translation>
    </message>
    <message>
        <source>The data could not be encrypted</source>
        <translation>Không mã hóa được dữ liệu</translation>
    </message>
    <message>
        <source>The host name did not match any of the valid hosts for this certificate</source>
        <translation>Tên máy chủ không khớp với máy chủ hợp lệ nào của chứng thư này</translation>
    </message>
    <message>
        <source>The hostname provided does not match the one received from the peer</source>
        <translation>Tên máy chủ đã cho không khớp với tên nhận được từ máy đối tác</translation>
    </message>
    <message>
        <source>The identity of a certificate in an OCSP response cannot be established</source>
        <translation>Không xác định được danh tính của một chứng thư trong phản hồi OCSP</translation>
    </message>
    <message>
        <source>The issuer certificate could not be found</source>
        <translation>Không tìm thấy chứng thư của bên cấp</translation>
    </message>
    <message>
        <source>The issuer certificate of a locally looked up certificate could not be found</source>
        <translation>Không tìm thấy chứng thư bên cấp của một chứng thư có trên máy này</translation>
    </message>
    <message>
        <source>The message was tampered with, damaged or out of sequence.</source>
        <translation>Thông điệp đã bị can thiệp, bị hỏng hoặc sai thứ tự.</translation>
    </message>
    <message>
        <source>The peer certificate is blacklisted</source>
        <translation>Chứng thư của máy đối tác nằm trong danh sách cấm</translation>
    </message>
    <message>
        <source>The peer did not present any certificate</source>
        <translation>Máy đối tác không đưa ra chứng thư nào</translation>
    </message>
    <message>
        <source>The public key in the certificate could not be read</source>
        <translation>Không đọc được khóa công khai trong chứng thư</translation>
    </message>
    <message>
        <source>The root CA certificate is marked to reject the specified purpose</source>
        <translation>Chứng thư gốc của tổ chức chứng thực được đánh dấu từ chối mục đích đã nêu</translation>
    </message>
    <message>
        <source>The root CA certificate is not trusted for this purpose</source>
        <translation>Chứng thư gốc của tổ chức chứng thực không được tin cậy cho mục đích này</translation>
    </message>
    <message>
        <source>The root certificate of the certificate chain is self-signed, and untrusted</source>
        <translation>Chứng thư gốc của chuỗi chứng thư tự ký và không đáng tin cậy</translation>
    </message>
    <message>
        <source>The server requires the client to sign the OCSP request in order to construct a response</source>
        <translation>Máy chủ yêu cầu máy khách ký yêu cầu OCSP để lập phản hồi</translation>
    </message>
    <message>
        <source>The signature of the certificate is invalid</source>
        <translation>Chữ ký của chứng thư không hợp lệ</translation>
    </message>
    <message>
        <source>The supplied certificate is unsuitable for this purpose</source>
        <translation>Chứng thư đã cho không phù hợp với mục đích này</translation>
    </message>
    <message>
        <source>The target is unknown or unreachable</source>
        <translation>Đích không xác định hoặc không tới được</translation>
    </message>
    <message>
        <source>Unable to decrypt data: %1</source>
        <translation>Không giải mã được dữ liệu: %1</translation>
    </message>
    <message>
        <source>Unable to init SSL Context: %1</source>
        <translation>Không khởi tạo được ngữ cảnh SSL: %1</translation>
    </message>
    <message>
        <source>Unable to write data: %1</source>
        <translation>Không ghi được dữ liệu: %1</translation>
    </message>
    <message>
        <source>Unexpected or badly-formatted message received</source>
        <translation>Nhận được thông điệp không mong đợi hoặc sai định dạng</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Lỗi không xác định</translation>
    </message>
    <message>
        <source>Unknown error occurred: %1</source>
        <translation>Xảy ra lỗi không xác định: %1</translation>
    </message>
    <message>
        <source>Unrecognized command %1 = %2</source>
        <translation>Không nhận biết được lệnh %1 = %2</translation>
    </message>
    <message>
        <source>Unwanted protocol was negotiated</source>
        <translation>Giao thức được thỏa thuận không như mong muốn</translation>
    </message>
    <message>
        <source>Wrong value for %1 (%2)</source>
        <translation>Giá trị sai cho %1 (%2)</translation>
    </message>
    <message>
        <source>unsupported protocol</source>
        <translation>giao thức không được hỗ trợ</translation>
    </message>
</context>
<context>
    <name>QStandardPaths</name>
    <message>
        <source>Application Configuration</source>
        <translation>Cấu hình ứng dụng</translation>
    </message>
    <message>
        <source>Application Data</source>
        <translation>Dữ liệu ứng dụng</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Ứng dụng</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Bộ nhớ đệm</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Cấu hình</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Màn hình nền</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Tải xuống</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Tải xuống</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Phông chữ</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Thư mục cá nhân</translation>
    </message>
    <message>
        <source>Movies</source>
        <translation>Phim</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Âm nhạc</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Công cộng</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Thời gian chạy</translation>
    </message>
    <message>
        <source>Shared Cache</source>
        <translation>Bộ nhớ đệm dùng chung</translation>
    </message>
    <message>
        <source>Shared Configuration</source>
        <translation>Cấu hình dùng chung</translation>
    </message>
    <message>
        <source>Shared Data</source>
        <translation>Dữ liệu dùng chung</translation>
    </message>
    <message>
        <source>Shared State</source>
        <translation>Trạng thái dùng chung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Temporary Directory</source>
        <translation>Thư mục tạm</translation>
    </message>
    <message>
        <source>Temporary Items</source>
        <translation>Mục tạm</translation>
    </message>
</context>
<context>
    <name>QSystemSemaphore</name>
    <message>
        <source>%1: System V semaphores are not available for sandboxed applications. Please build Qt with -feature-ipc_posix</source>
        <translation>%1: ứng dụng chạy trong môi trường cách ly không dùng được đèn hiệu System V. Hãy biên dịch Qt với -feature-ipc_posix</translation>
    </message>
    <message>
        <source>%1: already exists</source>
        <translation>%1: đã tồn tại</translation>
    </message>
    <message>
        <source>%1: does not exist</source>
        <translation>%1: không tồn tại</translation>
    </message>
    <message>
        <source>%1: ftok failed</source>
        <translation>%1: ftok không thành công</translation>
    </message>
    <message>
        <source>%1: key is empty</source>
        <translation>%1: khóa rỗng</translation>
    </message>
    <message>
        <source>%1: key too long</source>
        <translation>%1: khóa quá dài</translation>
    </message>
    <message>
        <source>%1: out of resources</source>
        <translation>%1: đã hết tài nguyên</translation>
    </message>
    <message>
        <source>%1: permission denied</source>
        <translation>%1: không có quyền truy cập</translation>
    </message>
    <message>
        <source>%1: unable to make key</source>
        <translation>%1: không tạo được khóa</translation>
    </message>
    <message>
        <source>%1: unknown error: %2</source>
        <translation>%1: lỗi không xác định: %2</translation>
    </message>
    <message>
        <source>%1: unsupported key type</source>
        <translation>%1: loại khóa không được hỗ trợ</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Cuộn sang phải</translation>
    </message>
</context>
<context>
    <name>QTcpServer</name>
    <message>
        <source>Operation on socket is not supported</source>
        <translation>Socket không hỗ trợ thao tác này</translation>
    </message>
</context>
<context>
    <name>QTgaFile</name>
    <message>
        <source>Could not read footer</source>
        <translation>Không đọc được phần chân</translation>
    </message>
    <message>
        <source>Could not read image data</source>
        <translation>Không đọc được dữ liệu ảnh</translation>
    </message>
    <message>
        <source>Could not reset to read data</source>
        <translation>Không quay lại đầu để đọc dữ liệu được</translation>
    </message>
    <message>
        <source>Could not seek to image read footer</source>
        <translation>Không chuyển tới phần chân của ảnh được</translation>
    </message>
    <message>
        <source>Image depth not valid</source>
        <translation>Độ sâu màu của ảnh không hợp lệ</translation>
    </message>
    <message>
        <source>Image header read failed</source>
        <translation>Không đọc được phần đầu của ảnh</translation>
    </message>
    <message>
        <source>Image size exceeds limit</source>
        <translation>Kích thước ảnh vượt quá giới hạn</translation>
    </message>
    <message>
        <source>Image type (non-TrueVision 2.0) not supported</source>
        <translation>Loại ảnh (không phải TrueVision 2.0) không được hỗ trợ</translation>
    </message>
    <message>
        <source>Image type not supported</source>
        <translation>Loại ảnh không được hỗ trợ</translation>
    </message>
    <message>
        <source>Invalid color map depth (%1)</source>
        <translation>Độ sâu của bảng màu không hợp lệ (%1)</translation>
    </message>
    <message>
        <source>Seek file/device for image read failed</source>
        <translation>Không định vị được trên tệp/thiết bị để đọc ảnh</translation>
    </message>
    <message>
        <source>Sequential device (eg socket) for image read not supported</source>
        <translation>Không hỗ trợ đọc ảnh từ thiết bị tuần tự (ví dụ socket)</translation>
    </message>
</context>
<context>
    <name>QUdpSocket</name>
    <message>
        <source>No datagram available for reading</source>
        <translation>Không có gói dữ liệu nào để đọc</translation>
    </message>
    <message>
        <source>Unable to send a datagram</source>
        <translation>Không gửi được gói dữ liệu</translation>
    </message>
</context>
<context>
    <name>QUndoGroup</name>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Làm lại %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Hoàn tác %1</translation>
    </message>
</context>
<context>
    <name>QUndoModel</name>
    <message>
        <source>&lt;empty&gt;</source>
        <translation>&lt;trống&gt;</translation>
    </message>
</context>
<context>
    <name>QUndoStack</name>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Làm lại %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Hoàn tác %1</translation>
    </message>
</context>
<context>
    <name>QUnicodeControlCharacterMenu</name>
    <message>
        <source>FSI First strong isolate</source>
        <translation>FSI Cách ly theo ký tự mạnh đầu tiên</translation>
    </message>
    <message>
        <source>Insert Unicode control character</source>
        <translation>Chèn ký tự điều khiển Unicode</translation>
    </message>
    <message>
        <source>LRE Start of left-to-right embedding</source>
        <translation>LRE Bắt đầu nhúng từ trái sang phải</translation>
    </message>
    <message>
        <source>LRI Left-to-right isolate</source>
        <translation>LRI Cách ly từ trái sang phải</translation>
    </message>
    <message>
        <source>LRM Left-to-right mark</source>
        <translation>LRM Dấu từ trái sang phải</translation>
    </message>
    <message>
        <source>LRO Start of left-to-right override</source>
        <translation>LRO Bắt đầu ép từ trái sang phải</translation>
    </message>
    <message>
        <source>PDF Pop directional formatting</source>
        <translation>PDF Kết thúc định dạng hướng</translation>
    </message>
    <message>
        <source>PDI Pop directional isolate</source>
        <translation>PDI Kết thúc cách ly hướng</translation>
    </message>
    <message>
        <source>RLE Start of right-to-left embedding</source>
        <translation>RLE Bắt đầu nhúng từ phải sang trái</translation>
    </message>
    <message>
        <source>RLI Right-to-left isolate</source>
        <translation>RLI Cách ly từ phải sang trái</translation>
    </message>
    <message>
        <source>RLM Right-to-left mark</source>
        <translation>RLM Dấu từ phải sang trái</translation>
    </message>
    <message>
        <source>RLO Start of right-to-left override</source>
        <translation>RLO Bắt đầu ép từ phải sang trái</translation>
    </message>
    <message>
        <source>ZWJ Zero width joiner</source>
        <translation>ZWJ Ký tự nối không độ rộng</translation>
    </message>
    <message>
        <source>ZWNJ Zero width non-joiner</source>
        <translation>ZWNJ Ký tự không nối không độ rộng</translation>
    </message>
    <message>
        <source>ZWSP Zero width space</source>
        <translation>ZWSP Dấu cách không độ rộng</translation>
    </message>
</context>
<context>
    <name>QWhatsThisAction</name>
    <message>
        <source>What&apos;s This?</source>
        <translation>Đây là gì?</translation>
    </message>
</context>
<context>
    <name>QWidget</name>
    <message>
        <source>*</source>
        <translation>*</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Sao chép địa chỉ liên &amp;kết</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QWindowsDirect2DIntegration</name>
    <message>
        <source>Cannot load direct2d platform plugin</source>
        <translation>Không nạp được phần bổ trợ nền tảng direct2d</translation>
    </message>
    <message>
        <source>Qt cannot load the direct2d platform plugin because the Direct2D version on this system is too old. The minimum system requirement for this platform plugin is Windows 7 SP1 with Platform Update.

The minimum Direct2D version required is %1. The Direct2D version on this system is %2.</source>
        <translation>Qt không nạp được phần bổ trợ nền tảng direct2d vì phiên bản Direct2D trên máy này quá cũ. Yêu cầu tối thiểu của phần bổ trợ này là Windows 7 SP1 có Platform Update.

Phiên bản Direct2D tối thiểu là %1. Phiên bản Direct2D trên máy này là %2.</translation>
    </message>
</context>
<context>
    <name>QWindowsUiaMainProvider</name>
    <message>
        <source>blockquote</source>
        <translation>khối trích dẫn</translation>
    </message>
</context>
<context>
    <name>QWizard</name>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Hoàn tất</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Tiếp</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Tiếp &gt;</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Quay lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
</context>
<context>
    <name>QXmlStream</name>
    <message>
        <source>%1 is an invalid PUBLIC identifier.</source>
        <translation>%1 không phải là định danh PUBLIC hợp lệ.</translation>
    </message>
    <message>
        <source>%1 is an invalid encoding name.</source>
        <translation>%1 không phải là tên bảng mã hợp lệ.</translation>
    </message>
    <message>
        <source>%1 is an invalid processing instruction name.</source>
        <translation>%1 không phải là tên chỉ thị xử lý hợp lệ.</translation>
    </message>
    <message>
        <source>%1 or &apos;%2&apos;</source>
        <translation>%1 hoặc &apos;%2&apos;</translation>
    </message>
    <message>
        <source>%1, &apos;%2&apos;</source>
        <translation>%1, &apos;%2&apos;</translation>
    </message>
    <message>
        <source>%1, or &apos;%2&apos;</source>
        <translation>%1 hoặc &apos;%2&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>&apos;%1&apos;</translation>
    </message>
    <message>
        <source>An I/O error occurred while writing</source>
        <translation>Xảy ra lỗi vào/ra khi ghi</translation>
    </message>
    <message>
        <source>An encoding error occurred while writing</source>
        <translation>Xảy ra lỗi bảng mã khi ghi</translation>
    </message>
    <message>
        <source>An error occurred while writing</source>
        <translation>Xảy ra lỗi khi ghi</translation>
    </message>
    <message>
        <source>Attribute &apos;%1&apos; redefined.</source>
        <translation>Thuộc tính &apos;%1&apos; bị khai báo lại.</translation>
    </message>
    <message>
        <source>Encoding %1 is unsupported</source>
        <translation>Bảng mã %1 không được hỗ trợ</translation>
    </message>
    <message>
        <source>Encountered an invalid XML 1.0 character while writing</source>
        <translation>Gặp ký tự không hợp lệ trong XML 1.0 khi ghi</translation>
    </message>
    <message>
        <source>Encountered incorrectly encoded content.</source>
        <translation>Gặp nội dung mã hóa không đúng.</translation>
    </message>
    <message>
        <source>Entity &apos;%1&apos; not declared.</source>
        <translation>Thực thể &apos;%1&apos; chưa được khai báo.</translation>
    </message>
    <message>
        <source>Entity expands to more characters than the entity expansion limit.</source>
        <translation>Thực thể khai triển thành nhiều ký tự hơn giới hạn cho phép.</translation>
    </message>
    <message>
        <source>Expected %1, but got &apos;%2&apos;.</source>
        <translation>Cần %1 nhưng gặp &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>Expected character data.</source>
        <translation>Cần dữ liệu ký tự.</translation>
    </message>
    <message>
        <source>Extra content at end of document.</source>
        <translation>Có nội dung thừa ở cuối tài liệu.</translation>
    </message>
    <message>
        <source>Found second DTD token in %1.</source>
        <translation>Gặp ký hiệu DTD thứ hai trong %1.</translation>
    </message>
    <message>
        <source>Illegal namespace declaration.</source>
        <translation>Khai báo không gian tên không được phép.</translation>
    </message>
    <message>
        <source>Invalid XML character.</source>
        <translation>Ký tự XML không hợp lệ.</translation>
    </message>
    <message>
        <source>Invalid XML name.</source>
        <translation>Tên XML không hợp lệ.</translation>
    </message>
    <message>
        <source>Invalid XML version string.</source>
        <translation>Chuỗi phiên bản XML không hợp lệ.</translation>
    </message>
    <message>
        <source>Invalid attribute in XML declaration: %1 = %2</source>
        <translation>Thuộc tính không hợp lệ trong khai báo XML: %1 = %2</translation>
    </message>
    <message>
        <source>Invalid character reference.</source>
        <translation>Tham chiếu ký tự không hợp lệ.</translation>
    </message>
    <message>
        <source>Invalid document.</source>
        <translation>Tài liệu không hợp lệ.</translation>
    </message>
    <message>
        <source>Invalid entity value.</source>
        <translation>Giá trị thực thể không hợp lệ.</translation>
    </message>
    <message>
        <source>Invalid processing instruction name.</source>
        <translation>Tên chỉ thị xử lý không hợp lệ.</translation>
    </message>
    <message>
        <source>Length of XML attribute name exceeds implementation limits (4KiB characters).</source>
        <translation>Độ dài tên thuộc tính XML vượt quá giới hạn cho phép (4KiB ký tự).</translation>
    </message>
    <message>
        <source>NDATA in parameter entity declaration.</source>
        <translation>Có NDATA trong khai báo thực thể tham số.</translation>
    </message>
    <message>
        <source>Namespace prefix &apos;%1&apos; not declared</source>
        <translation>Tiền tố không gian tên &apos;%1&apos; chưa được khai báo</translation>
    </message>
    <message>
        <source>Opening and ending tag mismatch.</source>
        <translation>Thẻ mở và thẻ đóng không khớp.</translation>
    </message>
    <message>
        <source>Premature end of document.</source>
        <translation>Tài liệu kết thúc quá sớm.</translation>
    </message>
    <message>
        <source>Reference to external entity &apos;%1&apos; in attribute value.</source>
        <translation>Có tham chiếu tới thực thể ngoài &apos;%1&apos; trong giá trị thuộc tính.</translation>
    </message>
    <message>
        <source>Reference to unparsed entity &apos;%1&apos;.</source>
        <translation>Có tham chiếu tới thực thể không phân tích &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Self-referencing entity detected.</source>
        <translation>Phát hiện thực thể tự tham chiếu.</translation>
    </message>
    <message>
        <source>Sequence &apos;]]&gt;&apos; not allowed in content.</source>
        <translation>Không được có chuỗi &apos;]]&gt;&apos; trong nội dung.</translation>
    </message>
    <message>
        <source>Standalone accepts only yes or no.</source>
        <translation>Standalone chỉ nhận yes hoặc no.</translation>
    </message>
    <message>
        <source>Start tag expected.</source>
        <translation>Cần có thẻ mở đầu.</translation>
    </message>
    <message>
        <source>The standalone pseudo attribute must appear after the encoding.</source>
        <translation>Thuộc tính standalone phải đứng sau thuộc tính encoding.</translation>
    </message>
    <message>
        <source>Unexpected &apos;%1&apos;.</source>
        <translation>Gặp &apos;%1&apos; không mong đợi.</translation>
    </message>
    <message>
        <source>Unexpected character &apos;%1&apos; in public id literal.</source>
        <translation>Gặp ký tự &apos;%1&apos; không mong đợi trong chuỗi định danh công khai.</translation>
    </message>
    <message>
        <source>Unexpected token type %1 in %2.</source>
        <translation>Gặp loại ký hiệu %1 không mong đợi trong %2.</translation>
    </message>
    <message>
        <source>Unexpected token while reading raw inner data.</source>
        <translation>Gặp ký hiệu không mong đợi khi đọc dữ liệu thô bên trong.</translation>
    </message>
    <message>
        <source>Unsupported XML version.</source>
        <translation>Phiên bản XML không được hỗ trợ.</translation>
    </message>
    <message>
        <source>XML declaration not at start of document.</source>
        <translation>Khai báo XML không nằm ở đầu tài liệu.</translation>
    </message>
</context>
<context>
    <name>quiaccessibilityelement</name>
    <message>
        <source>checked</source>
        <translation>đã đánh dấu</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>chưa đánh dấu</translation>
    </message>
</context>
</TS>
