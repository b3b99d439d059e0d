<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>FileMenu</name>
    <message>
        <source>&amp;New file…</source>
        <translation>&amp;Lập tệp mới…</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Mở tệp…</translation>
    </message>
    <message>
        <source>&amp;Close the file</source>
        <translation>Đón&amp;g tệp</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Some entries could not be saved. Close all the same?</source>
        <translation>Có nội dung chưa lưu được. Vẫn đóng?</translation>
    </message>
    <message>
        <source>They stand on the screen only and would be lost.</source>
        <translation>Nội dung đó chỉ còn trên màn hình và sẽ mất khi đóng.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Đóng, không lưu</translation>
    </message>
    <message>
        <source>Open, start or close a file</source>
        <translation>Mở, lập hoặc đóng tệp</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>Nă&amp;m</translation>
    </message>
    <message>
        <source>Plan year</source>
        <translation>Năm kế hoạch</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>chỉ đọc</translation>
    </message>
    <message>
        <source>Undo: {name}</source>
        <translation>Hoàn tác: {name}</translation>
    </message>
    <message>
        <source>Redo: {name}</source>
        <translation>Làm lại: {name}</translation>
    </message>
    <message>
        <source>rural</source>
        <translation>nông thôn</translation>
    </message>
    <message>
        <source>urban</source>
        <translation>thành thị</translation>
    </message>
    <message>
        <source>no poverty standard covers {year}</source>
        <translation>chưa có chuẩn nghèo cho năm {year}</translation>
    </message>
    <message>
        <source>Poverty standard {id}</source>
        <translation>Chuẩn nghèo {id}</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>chưa đối chiếu</translation>
    </message>
    <message>
        <source>Not held against the official text:</source>
        <translation>Chưa đối chiếu với văn bản gốc:</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} điều cần xem</translation>
    </message>
</context>
<context>
    <name>NewFileAssistant</name>
    <message>
        <source>New file</source>
        <translation>Lập tệp mới</translation>
    </message>
    <message>
        <source>Enter the full name, for instance “Xã Cẩm Long”.</source>
        <translation>Hãy nhập tên đầy đủ, ví dụ “Xã Cẩm Long”.</translation>
    </message>
    <message>
        <source>Choose whether the commune is rural or urban.</source>
        <translation>Hãy chọn địa bàn là nông thôn hay thành thị.</translation>
    </message>
    <message>
        <source>Choose where the file is kept.</source>
        <translation>Hãy chọn nơi lưu tệp.</translation>
    </message>
    <message>
        <source>&amp;Name of the office</source>
        <translation>&amp;Tên đơn vị</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Rural</source>
        <translation>Nông thôn</translation>
    </message>
    <message>
        <source>Urban</source>
        <translation>Thành thị</translation>
    </message>
    <message>
        <source>Commune office</source>
        <translation>Đơn vị cấp xã</translation>
    </message>
    <message>
        <source>Office that receives many communes</source>
        <translation>Cơ quan tiếp nhận nhiều xã</translation>
    </message>
    <message>
        <source>Unit &amp;code (may be left empty)</source>
        <translation>&amp;Mã đơn vị hành chính (có thể để trống)</translation>
    </message>
    <message>
        <source>5 digits</source>
        <translation>5 chữ số</translation>
    </message>
    <message>
        <source>O&amp;ffice that receives the papers</source>
        <translation>Cơ quan &amp;nhận báo cáo</translation>
    </message>
    <message>
        <source>C&amp;hair of the committee</source>
        <translation>&amp;Chủ tịch</translation>
    </message>
    <message>
        <source>&amp;Deputy chair</source>
        <translation>&amp;Phó Chủ tịch</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>Nơi khác…</translation>
    </message>
    <message>
        <source>&amp;Make the file</source>
        <translation>&amp;Lập tệp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>&amp;Area (decides the poverty line)</source>
        <translation>&amp;Khu vực (quyết định mức chuẩn nghèo)</translation>
    </message>
    <message>
        <source>&amp;Region (decides the score table)</source>
        <translation>&amp;Vùng (quyết định bảng điểm)</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>L&amp;oại tệp</translation>
    </message>
    <message>
        <source>Where the file is kept</source>
        <translation>Nơi lưu tệp</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Open a file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Last backup {time}</source>
        <translation>Sao lưu gần nhất {time}</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Khôi phục bản sao lưu…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
</context>
<context>
    <name>OfficerRow</name>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>for the committee (TM.)</source>
        <translation>thay mặt (TM.)</translation>
    </message>
    <message>
        <source>for the chair (KT.)</source>
        <translation>ký thay (KT.)</translation>
    </message>
    <message>
        <source>acting chair (Q.)</source>
        <translation>quyền (Q.)</translation>
    </message>
    <message>
        <source>by order (TL.)</source>
        <translation>thừa lệnh (TL.)</translation>
    </message>
    <message>
        <source>by mandate (TUQ.)</source>
        <translation>thừa ủy quyền (TUQ.)</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Hình thức ký</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Name of a further officer</source>
        <translation>Thêm người ký: họ và tên</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>Paper</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>left for the pen</source>
        <translation>để trống, điền tay</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Sustainable poverty reduction in …</source>
        <translation>Giảm nghèo bền vững năm …</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Nơi lưu</translation>
    </message>
    <message>
        <source>I. Situation</source>
        <translation>I. Đặc điểm tình hình</translation>
    </message>
    <message>
        <source>Resident people</source>
        <translation>Tổng số nhân khẩu</translation>
    </message>
    <message>
        <source>Natural area (ha)</source>
        <translation>Diện tích tự nhiên (ha)</translation>
    </message>
    <message>
        <source>Near-poor households</source>
        <translation>Số hộ cận nghèo</translation>
    </message>
    <message>
        <source>Near-poor people</source>
        <translation>Nhân khẩu cận nghèo</translation>
    </message>
    <message>
        <source>Share of forest land</source>
        <translation>Tỷ lệ đất lâm nghiệp</translation>
    </message>
    <message>
        <source>Ethnic groups</source>
        <translation>Dân tộc và tỷ lệ (%)</translation>
    </message>
    <message>
        <source>Mường 85; Kinh 15</source>
        <translation>Mường 85; Kinh 15</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Trung tâm gần nhất</translation>
    </message>
    <message>
        <source>Distance (km)</source>
        <translation>Khoảng cách (km)</translation>
    </message>
    <message>
        <source>North of it</source>
        <translation>Phía Bắc giáp</translation>
    </message>
    <message>
        <source>East of it</source>
        <translation>Phía Đông giáp</translation>
    </message>
    <message>
        <source>South of it</source>
        <translation>Phía Nam giáp</translation>
    </message>
    <message>
        <source>West of it</source>
        <translation>Phía Tây giáp</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>Tôn giáo</translation>
    </message>
    <message>
        <source>People of the religion</source>
        <translation>Số người theo đạo</translation>
    </message>
    <message>
        <source>Where they live</source>
        <translation>Nơi cư trú chủ yếu</translation>
    </message>
    <message>
        <source>Main difficulties</source>
        <translation>Khó khăn chủ yếu</translation>
    </message>
    <message>
        <source>II. Legal bases</source>
        <translation>II. Căn cứ xây dựng kế hoạch</translation>
    </message>
    <message>
        <source>The office&apos;s own bases, one a line</source>
        <translation>Căn cứ của địa phương, mỗi dòng một văn bản</translation>
    </message>
    <message>
        <source>III. Aims</source>
        <translation>III. Mục đích, yêu cầu</translation>
    </message>
    <message>
        <source>Further aims and demands, one a line</source>
        <translation>Mục đích, yêu cầu bổ sung, mỗi dòng một ý</translation>
    </message>
    <message>
        <source>IV. Targets</source>
        <translation>IV. Chỉ tiêu cụ thể</translation>
    </message>
    <message>
        <source>Income of the poor (đồng a person and month)</source>
        <translation>Thu nhập của người nghèo (đồng/người/tháng)</translation>
    </message>
    <message>
        <source>VI. Tasks</source>
        <translation>VI. Nhiệm vụ, giải pháp</translation>
    </message>
    <message>
        <source>Further tasks, one a line</source>
        <translation>Nhiệm vụ bổ sung, mỗi dòng một ý</translation>
    </message>
    <message>
        <source>VII. Organisation</source>
        <translation>VII. Tổ chức thực hiện</translation>
    </message>
    <message>
        <source>Further duties, one a line</source>
        <translation>Phân công bổ sung, mỗi dòng một ý</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Recipients in place of the usual ones, one a line</source>
        <translation>Nơi nhận thay cho danh sách mặc định, mỗi dòng một nơi</translation>
    </message>
    <message>
        <source>The head of the office</source>
        <translation>Người đứng đầu đơn vị</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Lưu kế hoạch</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Sent to the printer: {pages} pages</source>
        <translation>Đã gửi {pages} trang đến máy in</translation>
    </message>
    <message>
        <source>The printer could not be started. Check that it is switched on, or save the plan as PDF.</source>
        <translation>Máy in không nhận văn bản. Hãy kiểm tra máy in đã bật chưa, hoặc lưu kế hoạch thành PDF.</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF…</translation>
    </message>
    <message>
        <source>&amp;Word…</source>
        <translation>&amp;Word…</translation>
    </message>
    <message>
        <source>&amp;Excel…</source>
        <translation>&amp;Excel…</translation>
    </message>
    <message>
        <source>P&amp;rint to sign…</source>
        <translation>&amp;In để ký…</translation>
    </message>
    <message>
        <source>The paper as it prints</source>
        <translation>Văn bản đúng như khi in</translation>
    </message>
    <message>
        <source>Poverty reduction plan of {year}</source>
        <translation>Kế hoạch giảm nghèo năm {year}</translation>
    </message>
    <message>
        <source>The paper is being made…</source>
        <translation>Đang lập văn bản…</translation>
    </message>
    <message>
        <source>and {count} more to look at</source>
        <translation>và {count} điều khác cần xem</translation>
    </message>
    <message>
        <source>Draft · {pages} pages</source>
        <translation>Bản thảo · {pages} trang</translation>
    </message>
    <message>
        <source>page {page} of {pages} – exactly as it prints</source>
        <translation>trang {page}/{pages} – đúng bản sẽ in</translation>
    </message>
</context>
<context>
    <name>RegionChoice</name>
    <message>
        <source>Red River Delta</source>
        <translation>Đồng bằng sông Hồng</translation>
    </message>
    <message>
        <source>Northern midlands and mountains</source>
        <translation>Trung du và miền núi phía Bắc</translation>
    </message>
    <message>
        <source>North Central and Central Coast</source>
        <translation>Bắc Trung Bộ và duyên hải miền Trung</translation>
    </message>
    <message>
        <source>Central Highlands</source>
        <translation>Tây Nguyên</translation>
    </message>
    <message>
        <source>Southeast</source>
        <translation>Đông Nam Bộ</translation>
    </message>
    <message>
        <source>Mekong Delta</source>
        <translation>Đồng bằng sông Cửu Long</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Unit code (may be left empty)</source>
        <translation>Mã đơn vị hành chính (có thể để trống)</translation>
    </message>
    <message>
        <source>Office that receives the papers</source>
        <translation>Cơ quan nhận báo cáo</translation>
    </message>
    <message>
        <source>Rural</source>
        <translation>Nông thôn</translation>
    </message>
    <message>
        <source>Urban</source>
        <translation>Thành thị</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Khu vực</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Area (decides the poverty line)</source>
        <translation>Khu vực (quyết định mức chuẩn nghèo)</translation>
    </message>
    <message>
        <source>Region (decides the score table)</source>
        <translation>Vùng (quyết định bảng điểm)</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Người ký văn bản</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Máy tính này</translation>
    </message>
    <message>
        <source>Your name, as it stands in the history</source>
        <translation>Tên của bạn trong lịch sử làm việc</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Backups of this file</source>
        <translation>Bản sao lưu của tệp này</translation>
    </message>
    <message>
        <source>A backup is made each day and before anything risky; it is opened again and checked.</source>
        <translation>Chương trình tự sao lưu mỗi ngày và trước mỗi việc dễ gây mất dữ liệu; bản sao lưu được mở lại để kiểm tra.</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>&amp;Sao lưu ngay</translation>
    </message>
    <message>
        <source>Restore the chosen one…</source>
        <translation>Khôi phục bản đã chọn…</translation>
    </message>
    <message>
        <source>of the day</source>
        <translation>hằng ngày</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>trước khi nhập</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>trước khi khôi phục</translation>
    </message>
    <message>
        <source>before a new program version</source>
        <translation>trước khi nâng cấp tệp</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>tự sao lưu</translation>
    </message>
    <message>
        <source>Backed up and checked: {file}</source>
        <translation>Đã sao lưu và kiểm tra: {file}</translation>
    </message>
    <message>
        <source>Put the backup of {time} in the place of the present file?</source>
        <translation>Thay tệp hiện tại bằng bản sao lưu {time}?</translation>
    </message>
    <message>
        <source>The present state is backed up first, so that it can be brought back.</source>
        <translation>Trạng thái hiện tại được sao lưu trước, nên có thể lấy lại.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
</context>
<context>
    <name>TargetsPage</name>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>The workbook {file} was taken in.</source>
        <translation>Đã nhập bảng tính {file}.</translation>
    </message>
    <message>
        <source>Enter how many households are to be shared out.</source>
        <translation>Hãy nhập số hộ cần phân bổ.</translation>
    </message>
    <message>
        <source>&amp;Import from Excel…</source>
        <translation>&amp;Nhập từ Excel…</translation>
    </message>
    <message>
        <source>Assigned from &amp;above (households)</source>
        <translation>&amp;Cấp trên giao (hộ)</translation>
    </message>
    <message>
        <source>by all households</source>
        <translation>theo tổng số hộ</translation>
    </message>
    <message>
        <source>by poor households</source>
        <translation>theo số hộ nghèo</translation>
    </message>
    <message>
        <source>Share out by</source>
        <translation>Cách phân bổ</translation>
    </message>
    <message>
        <source>Share &amp;out</source>
        <translation>&amp;Phân bổ</translation>
    </message>
    <message>
        <source>Enter goes down · F2 edits · Ctrl+D fills down · Ctrl+C, Ctrl+V copy and paste with Excel</source>
        <translation>Enter xuống ô dưới · F2 sửa ô · Ctrl+D điền xuống · Ctrl+C, Ctrl+V chép và dán với Excel</translation>
    </message>
    <message>
        <source>Remove the village</source>
        <translation>Bỏ thôn này</translation>
    </message>
    <message>
        <source>Why it was shared out so</source>
        <translation>Vì sao phân bổ như vậy</translation>
    </message>
    <message>
        <source>Village targets of {year}</source>
        <translation>Chỉ tiêu giảm nghèo của thôn năm {year}</translation>
    </message>
    <message>
        <source>Commune targets of {year}</source>
        <translation>Chỉ tiêu giảm nghèo của xã năm {year}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Đến ô đó</translation>
    </message>
    <message>
        <source>and {count} more to look at</source>
        <translation>và {count} điều khác cần xem</translation>
    </message>
    <message>
        <source>Type each village&apos;s name, households and poor households, or paste the table from Excel.</source>
        <translation>Nhập tên thôn, số hộ và số hộ nghèo của từng thôn, hoặc dán cả bảng từ Excel.</translation>
    </message>
    <message>
        <source>assigned {count}</source>
        <translation>cấp trên giao {count} hộ</translation>
    </message>
    <message>
        <source>shared out {count}</source>
        <translation>đã phân bổ {count}</translation>
    </message>
    <message>
        <source>registered {count}</source>
        <translation>đã đăng ký {count}</translation>
    </message>
    <message>
        <source>Largest remainder; nobody gets more than its poor households.</source>
        <translation>Phần dư lớn nhất được cộng thêm; không thôn nào vượt số hộ nghèo hiện có.</translation>
    </message>
    <message>
        <source>Chosen: {cells} cells · sum {sum}</source>
        <translation>Chọn {cells} ô · Tổng {sum}</translation>
    </message>
    <message>
        <source>• and {count} more places</source>
        <translation>• và {count} chỗ khác</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.xls *.ods)</source>
        <translation>Bảng tính (*.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Import villages</source>
        <translation>Nhập danh sách thôn</translation>
    </message>
</context>
<context>
    <name>VillageEntries</name>
    <message>
        <source>Villages and targets</source>
        <translation>Thôn và chỉ tiêu</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đầu kỳ</translation>
    </message>
    <message>
        <source>Plan {year}</source>
        <translation>Kế hoạch năm {year}</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cuối kỳ</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Tổng số hộ</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Rate (%)</source>
        <translation>Tỷ lệ (%)</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân khẩu</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>Giảm (hộ)</translation>
    </message>
    <message>
        <source>% points</source>
        <translation>Giảm (điểm %)</translation>
    </message>
    <message>
        <source>Of these minority</source>
        <translation>Trong đó DTTS</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Đã đăng ký</translation>
    </message>
    <message>
        <source>All resident households at the time of the review</source>
        <translation>Tất cả hộ dân cư tại thời điểm rà soát</translation>
    </message>
    <message>
        <source>Poor households at the beginning of the year</source>
        <translation>Số hộ nghèo đầu năm</translation>
    </message>
    <message>
        <source>Near-poor households at the beginning of the year</source>
        <translation>Số hộ cận nghèo đầu năm</translation>
    </message>
    <message>
        <source>All resident people</source>
        <translation>Tất cả nhân khẩu cư trú</translation>
    </message>
    <message>
        <source>Households planned to leave poverty in the year</source>
        <translation>Số hộ dự kiến thoát nghèo trong năm</translation>
    </message>
    <message>
        <source>Reduction in percent of all resident households</source>
        <translation>Số hộ giảm so với tổng số hộ dân cư</translation>
    </message>
    <message>
        <source>Ethnic-minority households among the reduction</source>
        <translation>Số hộ dân tộc thiểu số trong số hộ giảm</translation>
    </message>
    <message>
        <source>Households that registered to leave poverty</source>
        <translation>Số hộ đã đăng ký thoát nghèo</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Poverty review, targets and papers of the commune, in one file on this PC.</source>
        <translation>Rà soát hộ nghèo, chỉ tiêu và văn bản của xã, gọn trong một tệp trên máy này.</translation>
    </message>
    <message>
        <source>&amp;New file…</source>
        <translation>&amp;Lập tệp mới…</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Mở tệp…</translation>
    </message>
    <message>
        <source>&amp;Practise with a sample commune…</source>
        <translation>&amp;Tập làm với xã mẫu…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Tệp mở gần đây</translation>
    </message>
</context>
</TS>
