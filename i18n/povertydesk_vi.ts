<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ActionLine</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>Enter a date.</source>
        <translation>Hãy nhập ngày/tháng/năm.</translation>
    </message>
</context>
<context>
    <name>AmendingLine</name>
    <message>
        <source>Amend</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>Reason of the amendment</source>
        <translation>Lý do điều chỉnh</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Số quyết định</translation>
    </message>
    <message>
        <source>Right result</source>
        <translation>Kết quả đúng</translation>
    </message>
    <message>
        <source>Amend the result of household {code} – {head}, {village}</source>
        <translation>Điều chỉnh kết quả hộ {code} – {head}, {village}</translation>
    </message>
    <message>
        <source>The sealed result is: {status}.</source>
        <translation>Kết quả đã khóa sổ: {status}.</translation>
    </message>
    <message>
        <source>Say why, in a few words: the reason stays with the round.</source>
        <translation>Hãy ghi ngắn gọn lý do: lý do được lưu cùng đợt rà soát.</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>not answered</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>không có mục nào</translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation>không biết</translation>
    </message>
    <message>
        <source>/ don&apos;t know</source>
        <translation>/ không biết</translation>
    </message>
    <message>
        <source>F2 types the number</source>
        <translation>F2 gõ số</translation>
    </message>
    <message>
        <source>proposed from the members: {answer}</source>
        <translation>đề xuất từ thành viên: {answer}</translation>
    </message>
    <message>
        <source>last year: {answer}</source>
        <translation>năm trước: {answer}</translation>
    </message>
    <message>
        <source>not asked: {reason}</source>
        <translation>không hỏi, theo {reason}</translation>
    </message>
    <message>
        <source>waits for: {reason}</source>
        <translation>chờ trả lời {reason}</translation>
    </message>
</context>
<context>
    <name>AskingLine</name>
    <message>
        <source>Take in a household that asked (form 01 or 04)</source>
        <translation>Thêm hộ có giấy đề nghị (Mẫu 01, Mẫu 04)</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Đưa vào đợt</translation>
    </message>
    <message>
        <source>Head of household or code</source>
        <translation>Chủ hộ hoặc mã hộ</translation>
    </message>
    <message>
        <source>Households found</source>
        <translation>Các hộ tìm thấy</translation>
    </message>
    <message>
        <source>Type a part of the head&apos;s name or the household&apos;s code, then choose.</source>
        <translation>Hãy gõ một phần họ tên chủ hộ hoặc mã hộ rồi chọn.</translation>
    </message>
    <message>
        <source>No household outside the round is called so. Enter it on the page of households first.</source>
        <translation>Không có hộ nào ngoài đợt có tên hoặc mã như vậy. Nếu là hộ mới, hãy nhập hộ vào danh sách hộ trước.</translation>
    </message>
</context>
<context>
    <name>BelowGrid</name>
    <message>
        <source>Enter goes down · F2 edits · Ctrl+D fills down · Ctrl+C, Ctrl+V copy and paste with Excel · Alt+Down filters · F4 takes what is offered, fixes a reduction · Enter in Named lists the households</source>
        <translation>Enter xuống ô dưới · F2 sửa ô · Ctrl+D điền xuống · Ctrl+C, Ctrl+V chép và dán với Excel · Alt+↓ lọc · F4 nhận số đề xuất, giữ cố định số giảm · Enter ở cột Có tên mở danh sách hộ</translation>
    </message>
    <message>
        <source>Why it was shared out so</source>
        <translation>Vì sao phân bổ như vậy</translation>
    </message>
    <message>
        <source>Largest remainder; nobody gets more than its poor households.</source>
        <translation>Phần dư lớn nhất được cộng thêm; không thôn nào vượt số hộ nghèo hiện có.</translation>
    </message>
    <message>
        <source>Ethnic minorities, by their poor households: {shares}.</source>
        <translation>Dân tộc thiểu số, theo số hộ nghèo DTTS: {shares}.</translation>
    </message>
    <message>
        <source>(≥) its least, (*) the most it can take, (=) fixed by hand.</source>
        <translation>(≥) bằng mức ít nhất, (*) bằng mức nhiều nhất có thể, (=) cố định.</translation>
    </message>
</context>
<context>
    <name>BindingSide</name>
    <message>
        <source>Nothing of the table is called so.</source>
        <translation>Biểu không có cột, dòng nào tên như vậy.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>F2 column · F3 row · a letter or digit searches · Delete frees · Space passes over</source>
        <translation>F2 gắn cột · F3 gắn dòng · gõ số hoặc chữ để tìm · Delete bỏ gắn · phím cách bỏ qua</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>chưa gắn</translation>
    </message>
    <message>
        <source>Column {letters} takes: {name}</source>
        <translation>Cột {letters} ghi: {name}</translation>
    </message>
    <message>
        <source>Row {row} takes: {name}</source>
        <translation>Dòng {row} ghi: {name}</translation>
    </message>
    <message>
        <source>What does column {letters} take?</source>
        <translation>Cột {letters} ghi cột nào của biểu?</translation>
    </message>
    <message>
        <source>What does row {row} take?</source>
        <translation>Dòng {row} ghi dòng nào của biểu?</translation>
    </message>
    <message>
        <source>– nothing –</source>
        <translation>– không ghi gì –</translation>
    </message>
    <message>
        <source>a part of the name</source>
        <translation>gõ số cột hoặc một phần tên</translation>
    </message>
    <message>
        <source>Do not pass over (Space)</source>
        <translation>Không bỏ qua nữa (phím cách)</translation>
    </message>
    <message>
        <source>The template has none (Space)</source>
        <translation>Mẫu không có mục này (phím cách)</translation>
    </message>
    <message>
        <source>Cell {cell}: “{text}”</source>
        <translation>Ô {cell}: “{text}”</translation>
    </message>
    <message>
        <source>Cell {cell}: empty</source>
        <translation>Ô {cell}: trống</translation>
    </message>
    <message>
        <source>Cell {cell}: the template&apos;s own formula stays</source>
        <translation>Ô {cell}: giữ nguyên công thức của mẫu</translation>
    </message>
    <message>
        <source>Cell {cell}: the figure goes here</source>
        <translation>Ô {cell}: sẽ ghi số liệu</translation>
    </message>
    <message>
        <source>Cell {cell}: left empty, the figure is not known</source>
        <translation>Ô {cell}: để trống vì chưa có số liệu</translation>
    </message>
    <message>
        <source>Cell {cell}: inside merged cells, no figure goes here</source>
        <translation>Ô {cell}: nằm trong ô gộp, không ghi số liệu</translation>
    </message>
    <message>
        <source>{name} (column {letters})</source>
        <translation>{name} (cột {letters})</translation>
    </message>
    <message>
        <source>{name} (row {row})</source>
        <translation>{name} (dòng {row})</translation>
    </message>
</context>
<context>
    <name>BoardColumns</name>
    <message>
        <source>To review</source>
        <translation>Cần rà soát</translation>
    </message>
    <message>
        <source>Forms begun</source>
        <translation>Đã có phiếu</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>Whole commune</source>
        <translation>Toàn xã</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đầu kỳ</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Income a person and month (đồng)</source>
        <translation>Thu nhập một người một tháng (đồng)</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>How many of the questions that apply are answered</source>
        <translation>Số câu đã trả lời trên số câu phải hỏi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân khẩu</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>Annual review</source>
        <translation>Rà soát định kỳ</translation>
    </message>
    <message>
        <source>In-year review</source>
        <translation>Rà soát thường xuyên</translation>
    </message>
    <message>
        <source>Transition review</source>
        <translation>Rà soát chuyển tiếp</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>đã khóa sổ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>đang mở</translation>
    </message>
    <message>
        <source>Opened on {date}</source>
        <translation>Mở ngày {date}</translation>
    </message>
    <message>
        <source>sealed on {date}</source>
        <translation>khóa sổ ngày {date}</translation>
    </message>
    <message>
        <source>rural area</source>
        <translation>khu vực nông thôn</translation>
    </message>
    <message>
        <source>urban area</source>
        <translation>khu vực thành thị</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Average living standard</source>
        <translation>Mức sống trung bình</translation>
    </message>
    <message>
        <source>Not poor</source>
        <translation>Không nghèo</translation>
    </message>
    <message>
        <source>Not concluded</source>
        <translation>Chưa kết luận</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>Household ended</source>
        <translation>Hộ không còn</translation>
    </message>
    <message>
        <source>From the list</source>
        <translation>Theo danh sách</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Being entered</source>
        <translation>Đang nhập</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Chưa có phiếu</translation>
    </message>
</context>
<context>
    <name>CancelLine</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy the chart as a picture (Ctrl+C on the chart)</source>
        <translation>Sao chép biểu đồ thành hình (Ctrl+C khi đang ở biểu đồ)</translation>
    </message>
    <message>
        <source>Copy the chart: {title}</source>
        <translation>Sao chép biểu đồ: {title}</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>&amp;Columns</source>
        <translation>Cộ&amp;t</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>Các cột thường dùng</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Vài giá trị đầu</translation>
    </message>
    <message>
        <source>Is read as</source>
        <translation>Đọc là</translation>
    </message>
    <message>
        <source>– not read –</source>
        <translation>– không đọc –</translation>
    </message>
</context>
<context>
    <name>CommitteeView</name>
    <message>
        <source>Roles: {roles}. Villages by name or number with semicolons between, * for all. Enter on the households opens their list · Ctrl+- removes a line entered by mistake</source>
        <translation>Vai trò: {roles}. Địa bàn gõ tên hoặc số thứ tự, cách nhau bằng dấu chấm phẩy, gõ * để chọn tất cả. Enter ở cột Số hộ giúp đỡ để mở danh sách hộ · Ctrl+- bỏ dòng nhập nhầm</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan, đoàn thể</translation>
    </message>
    <message>
        <source>In the committee</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Villages in charge of</source>
        <translation>Thôn phụ trách</translation>
    </message>
    <message>
        <source>Communes in charge of</source>
        <translation>Xã phụ trách</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>No member from</source>
        <translation>Thôi từ ngày</translation>
    </message>
    <message>
        <source>Households helped</source>
        <translation>Số hộ giúp đỡ</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Households registered to leave poverty that the member helps; Enter opens their list</source>
        <translation>Số hộ đăng ký thoát nghèo mà thành viên giúp đỡ; bấm Enter để mở danh sách hộ</translation>
    </message>
    <message>
        <source>The first day on which the member is in the committee no more</source>
        <translation>Ngày đầu tiên thành viên không còn trong Ban Chỉ đạo</translation>
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
        <source>is over</source>
        <translation>đã thôi</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>chưa đến</translation>
    </message>
    <message>
        <source>Steering committee</source>
        <translation>Ban Chỉ đạo</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Bỏ dòng</translation>
    </message>
    <message>
        <source>Steering committee of {year}</source>
        <translation>Ban Chỉ đạo giảm nghèo năm {year}</translation>
    </message>
    <message>
        <source>Helps no household yet; Enter opens the list.</source>
        <translation>Chưa giúp đỡ hộ nào. Bấm Enter để mở danh sách hộ.</translation>
    </message>
    <message>
        <source>Households &amp;without helper: {count}</source>
        <translation>Hộ chưa có n&amp;gười giúp đỡ: {count}</translation>
    </message>
    <message>
        <source>Type the members of the committee, or paste their list from Excel.</source>
        <translation>Hãy nhập thành viên Ban Chỉ đạo, hoặc dán danh sách từ Excel.</translation>
    </message>
    <message>
        <source>{count} members on {day}</source>
        <translation>{count} thành viên tại ngày {day}</translation>
    </message>
    <message>
        <source>{count} over</source>
        <translation>{count} đã thôi</translation>
    </message>
    <message>
        <source>{count} help no household yet</source>
        <translation>{count} người chưa giúp đỡ hộ nào</translation>
    </message>
    <message>
        <source>{helped} of {all} registered households have a helper</source>
        <translation>{helped}/{all} hộ đăng ký có người giúp đỡ</translation>
    </message>
</context>
<context>
    <name>CountsLine</name>
    <message>
        <source>{households} households · {people} people</source>
        <translation>{households} hộ · {people} nhân khẩu</translation>
    </message>
    <message>
        <source>of {registered} in the registry</source>
        <translation>trong tổng số {registered} hộ</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Course of the year</source>
        <translation>Diễn biến trong năm</translation>
    </message>
    <message>
        <source>&amp;Official table…</source>
        <translation>Biểu tổng &amp;hợp…</translation>
    </message>
    <message>
        <source>&amp;Back (Esc)</source>
        <translation>&amp;Trở về (Esc)</translation>
    </message>
    <message>
        <source>What the ledger counts</source>
        <translation>Số liệu đang xem</translation>
    </message>
    <message>
        <source>1–4 choose the block · Enter on a figure shows its households, on a red one those that break it</source>
        <translation>Phím 1–4 chọn phần · Enter tại một số để xem các hộ, tại ô đỏ để xem các hộ làm lệch</translation>
    </message>
    <message>
        <source>Poor, households</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Poor, people</source>
        <translation>Nhân khẩu hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor, households</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Near-poor, people</source>
        <translation>Nhân khẩu hộ cận nghèo</translation>
    </message>
    <message>
        <source>The course is being drawn up…</source>
        <translation>Đang lập diễn biến…</translation>
    </message>
    <message>
        <source>from {opened} to {closed}</source>
        <translation>từ {opened} đến {closed}</translation>
    </message>
    <message>
        <source>Closing held against</source>
        <translation>Đối chiếu cuối kỳ</translation>
    </message>
    <message>
        <source>the closing list</source>
        <translation>Danh sách cuối kỳ</translation>
    </message>
    <message>
        <source>handed in, entered</source>
        <translation>Đã báo cáo, đã nhập</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Nothing recorded explains {count} households of this figure.</source>
        <translation>{count} hộ của số này chưa ghi rõ biến động hoặc quá trình.</translation>
    </message>
    <message>
        <source>and {count} more to look at</source>
        <translation>và {count} điều khác cần xem</translation>
    </message>
    <message>
        <source>{place} · {column}</source>
        <translation>{place} · {column}</translation>
    </message>
    <message>
        <source>No household stands behind this cell.</source>
        <translation>Ô này không có danh sách hộ kèm theo.</translation>
    </message>
    <message>
        <source>Tables 2 and 3 do not print: {places}. Open the red figures, or write below why it is so.</source>
        <translation>Chưa in được biểu 2 và biểu 3: {places}. Hãy mở các ô đỏ để sửa, hoặc ghi lý do ở dưới.</translation>
    </message>
    <message>
        <source>{count} figures want a look (marked); tables 2 and 3 can be printed.</source>
        <translation>Có {count} số cần xem lại (ô được đánh dấu); vẫn in được biểu 2 và biểu 3.</translation>
    </message>
    <message>
        <source>What does not balance has its reason, which prints under tables 2 and 3.</source>
        <translation>Chỗ chưa cân đối đã có lý do; lý do in dưới biểu 2 và biểu 3.</translation>
    </message>
    <message>
        <source>The year balances everywhere: tables 2 and 3 can be printed.</source>
        <translation>Số liệu cân đối ở mọi nơi; in được biểu 2 và biểu 3.</translation>
    </message>
    <message>
        <source>Course of {year}</source>
        <translation>Diễn biến năm {year}</translation>
    </message>
</context>
<context>
    <name>CourseWords</name>
    <message>
        <source>{status}, {people} people</source>
        <translation>{status}, {people} khẩu</translation>
    </message>
    <message>
        <source>say on its form whether it is new or fell back</source>
        <translation>ghi trên phiếu: phát sinh mới hay tái nghèo</translation>
    </message>
    <message>
        <source>record why it is gone</source>
        <translation>ghi biến động: vì sao không còn</translation>
    </message>
    <message>
        <source>finish its form</source>
        <translation>ghi xong phiếu rà soát</translation>
    </message>
    <message>
        <source>record its move to another village</source>
        <translation>ghi việc chuyển thôn</translation>
    </message>
    <message>
        <source>record who came or left</source>
        <translation>ghi người thêm, người bớt</translation>
    </message>
    <message>
        <source>enter its people</source>
        <translation>nhập nhân khẩu</translation>
    </message>
    <message>
        <source>mend the day it came</source>
        <translation>sửa ngày đến</translation>
    </message>
    <message>
        <source>mend the day it left</source>
        <translation>sửa ngày đi</translation>
    </message>
    <message>
        <source>it stands on the list twice</source>
        <translation>có hai lần trong danh sách</translation>
    </message>
    <message>
        <source>check whether it was on the list at the opening</source>
        <translation>xem lại tình trạng đầu kỳ</translation>
    </message>
    <message>
        <source>check its result at the closing</source>
        <translation>xem lại kết quả cuối kỳ</translation>
    </message>
    <message>
        <source>check its events and its results</source>
        <translation>xem lại biến động và kết quả</translation>
    </message>
    <message>
        <source>{people} people more</source>
        <translation>thêm {people} khẩu</translation>
    </message>
    <message>
        <source>{people} people less</source>
        <translation>bớt {people} khẩu</translation>
    </message>
    <message>
        <source>result of the review</source>
        <translation>kết quả rà soát</translation>
    </message>
    <message>
        <source>decision within the year</source>
        <translation>quyết định trong năm</translation>
    </message>
    <message>
        <source>nobody lives there any more</source>
        <translation>không còn nhân khẩu</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>What is next</source>
        <translation>Việc cần làm tiếp</translation>
    </message>
    <message>
        <source>When reports are due the office above decides; no day is set here.</source>
        <translation>Hạn nộp báo cáo do cấp trên quy định nên ở đây không ghi ngày.</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>từ {first}</translation>
    </message>
    <message>
        <source>the time ended on {last}</source>
        <translation>đã hết hạn ngày {last}</translation>
    </message>
    <message>
        <source>{days} (not verified)</source>
        <translation>{days} (chưa đối chiếu)</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>First person</source>
        <translation>Người thứ nhất</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Người thứ hai</translation>
    </message>
    <message>
        <source>People who may stand here twice</source>
        <translation>Người có thể bị trùng</translation>
    </message>
    <message>
        <source>1 Open first</source>
        <translation>1 Mở hộ thứ nhất</translation>
    </message>
    <message>
        <source>2 Open second</source>
        <translation>2 Mở hộ thứ hai</translation>
    </message>
    <message>
        <source>3 Two people</source>
        <translation>3 Không phải một người</translation>
    </message>
    <message>
        <source>4 Second moved out</source>
        <translation>4 Ghi người thứ hai đi</translation>
    </message>
    <message>
        <source>They are not the same person; this pair is not asked about again.</source>
        <translation>Hai người khác nhau; cặp này sẽ không được hỏi lại.</translation>
    </message>
    <message>
        <source>Record that the second entry left its household.</source>
        <translation>Ghi người thứ hai đã rời hộ đang ghi trùng.</translation>
    </message>
    <message>
        <source>Comparing people…</source>
        <translation>Đang so sánh…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>{pairs} pairs. Each is a question, not a mistake.</source>
        <translation>{pairs} cặp. Mỗi cặp là một câu hỏi, chưa chắc đã sai.</translation>
    </message>
    <message>
        <source>Nobody seems to stand in the registry twice.</source>
        <translation>Không thấy ai bị trùng trong sổ.</translation>
    </message>
    <message>
        <source>{count} people share: {reason} ({names}, …). Look for a fault in the list that was taken in.</source>
        <translation>{count} người có {reason} ({names}, …). Hãy xem lại danh sách đã nhập.</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>cùng số định danh</translation>
    </message>
    <message>
        <source>a zero lost at the front of the number</source>
        <translation>số mất số 0 ở đầu</translation>
    </message>
    <message>
        <source>two digits of the number swapped</source>
        <translation>số đảo hai chữ số</translation>
    </message>
    <message>
        <source>one digit of the number differs</source>
        <translation>số lệch một chữ số</translation>
    </message>
    <message>
        <source>same name, year of birth and village</source>
        <translation>trùng tên, năm sinh, thôn</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>No households yet</source>
        <translation>Chưa có hộ nào</translation>
    </message>
    <message>
        <source>Import from Excel…</source>
        <translation>Nhập từ Excel…</translation>
    </message>
    <message>
        <source>Add a household</source>
        <translation>Thêm hộ</translation>
    </message>
    <message>
        <source>Import the list of households the office has in Excel, or add them one by one. Poor and near-poor households come first; the others when they ask.</source>
        <translation>Hãy nhập danh sách hộ mà xã đang có trong Excel, hoặc thêm từng hộ. Hộ nghèo, cận nghèo vào trước; hộ khác vào khi có đề nghị.</translation>
    </message>
    <message>
        <source>Enter the villages on the page Targets first: every household has its village.</source>
        <translation>Hãy nhập các thôn ở trang Chỉ tiêu trước: hộ nào cũng thuộc một thôn.</translation>
    </message>
</context>
<context>
    <name>EventFields</name>
    <message>
        <source>Birth</source>
        <translation>Sinh</translation>
    </message>
    <message>
        <source>Death</source>
        <translation>Mất</translation>
    </message>
    <message>
        <source>Moving in</source>
        <translation>Chuyển đến</translation>
    </message>
    <message>
        <source>Moving out</source>
        <translation>Chuyển đi</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Trở về</translation>
    </message>
    <message>
        <source>Marriage</source>
        <translation>Kết hôn</translation>
    </message>
    <message>
        <source>Splitting off</source>
        <translation>Tách hộ</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Nhập hộ</translation>
    </message>
    <message>
        <source>Other village</source>
        <translation>Chuyển thôn</translation>
    </message>
    <message>
        <source>Other head</source>
        <translation>Đổi chủ hộ</translation>
    </message>
    <message>
        <source>What happened? Press its digit.</source>
        <translation>Biến động gì? Bấm số tương ứng.</translation>
    </message>
    <message>
        <source>Who marries</source>
        <translation>Ai kết hôn</translation>
    </message>
    <message>
        <source>a member, leaving this household</source>
        <translation>người trong hộ, đi khỏi hộ</translation>
    </message>
    <message>
        <source>someone from elsewhere, joining it</source>
        <translation>người nơi khác về hộ này</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Born (day or year)</source>
        <translation>Ngày sinh hoặc năm sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nữ</translation>
    </message>
    <message>
        <source>Which household they join</source>
        <translation>Nhập vào hộ nào</translation>
    </message>
    <message>
        <source>No household in the registry fits. Type its code or its head&apos;s name.</source>
        <translation>Không có hộ nào trong sổ như vậy. Hãy gõ mã hộ hoặc tên chủ hộ.</translation>
    </message>
    <message>
        <source>code or head&apos;s name</source>
        <translation>mã hộ hoặc tên chủ hộ</translation>
    </message>
    <message>
        <source>Relation to the head (may be left empty)</source>
        <translation>Quan hệ với chủ hộ (có thể để trống)</translation>
    </message>
    <message>
        <source>To which village</source>
        <translation>Chuyển đến thôn nào</translation>
    </message>
    <message>
        <source>No village is called so.</source>
        <translation>Không có thôn nào tên như vậy.</translation>
    </message>
    <message>
        <source>Who heads the household they live in now</source>
        <translation>Ai làm chủ hộ của những người này</translation>
    </message>
    <message>
        <source>Who is the next head</source>
        <translation>Ai làm chủ hộ tiếp theo</translation>
    </message>
    <message>
        <source>Day it happened</source>
        <translation>Ngày xảy ra</translation>
    </message>
    <message>
        <source>Reason for the amendment</source>
        <translation>Lý do điều chỉnh</translation>
    </message>
    <message>
        <source>Record the event</source>
        <translation>Ghi biến động</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Begun and not recorded yet. Esc takes it back.</source>
        <translation>Đã nhập dở, chưa ghi. Nhấn Esc để bỏ.</translation>
    </message>
    <message>
        <source>Which household they join</source>
        <translation>Nhập vào hộ nào</translation>
    </message>
    <message>
        <source>Which household (empty: out of the commune)</source>
        <translation>Về hộ nào (để trống nếu ra khỏi xã)</translation>
    </message>
</context>
<context>
    <name>ExplanationPage</name>
    <message>
        <source>Result explained</source>
        <translation>Giải thích kết quả</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Trở về phiếu</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Print the sheet</source>
        <translation>In phiếu giải thích</translation>
    </message>
    <message>
        <source>The sheet for the village meeting (Ctrl+P)</source>
        <translation>Phiếu giải thích dùng ở cuộc họp thôn (Ctrl+P)</translation>
    </message>
    <message>
        <source>Choose a household to see why it is classified as it is.</source>
        <translation>Chọn một hộ để xem vì sao hộ được phân loại như vậy.</translation>
    </message>
    <message>
        <source>The printer did not take the sheet. Check the printer and print again.</source>
        <translation>Máy in không nhận phiếu. Hãy kiểm tra máy in rồi in lại.</translation>
    </message>
    <message>
        <source>What would change the result</source>
        <translation>Điều gì làm đổi kết quả</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>chưa đối chiếu</translation>
    </message>
</context>
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
        <source>&amp;Import households from Excel…</source>
        <translation>&amp;Nhập danh sách hộ từ Excel…</translation>
    </message>
    <message>
        <source>&amp;Close the file</source>
        <translation>Đón&amp;g tệp</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>words, &gt;10, 5-10, = for blank</source>
        <translation>chữ, &gt;10, 5-10, = là ô trống</translation>
    </message>
    <message>
        <source>Show all (Esc)</source>
        <translation>Hiện tất cả (Esc)</translation>
    </message>
    <message>
        <source>Filter {column}:</source>
        <translation>Lọc {column}:</translation>
    </message>
    <message>
        <source>{shown} of {all} lines</source>
        <translation>{shown}/{all} dòng</translation>
    </message>
    <message>
        <source>{count} more columns filtered</source>
        <translation>còn lọc {count} cột khác</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>Find a household, person… (Ctrl+F)</source>
        <translation>Tìm hộ, người… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a household, person or village</source>
        <translation>Tìm hộ, người hoặc thôn</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>To look at in this round</source>
        <translation>Những điều cần xem trong đợt rà soát</translation>
    </message>
    <message>
        <source>To look at in this round: {count} · Enter opens it · Esc back</source>
        <translation>Cần xem trong đợt rà soát: {count} · Enter mở hộ hoặc thôn · Esc trở về</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} điều khác</translation>
    </message>
</context>
<context>
    <name>FormDay</name>
    <message>
        <source>Day of the review and reviewer (F4)</source>
        <translation>Ngày rà soát và người rà soát (F4)</translation>
    </message>
    <message>
        <source>Day of the review</source>
        <translation>Ngày rà soát</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Người rà soát</translation>
    </message>
    <message>
        <source>Day of the review and reviewer not entered</source>
        <translation>Chưa ghi ngày và người rà soát</translation>
    </message>
    <message>
        <source>Reviewed on {date} by {name}</source>
        <translation>Rà soát ngày {date}, người rà soát: {name}</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>The household before (F7)</source>
        <translation>Hộ trước (F7)</translation>
    </message>
    <message>
        <source>The next household (F8)</source>
        <translation>Hộ sau (F8)</translation>
    </message>
    <message>
        <source>Sheet A</source>
        <translation>Phiếu A</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>B1 Income</source>
        <translation>B1 Thu nhập</translation>
    </message>
    <message>
        <source>B2 Deprivations</source>
        <translation>B2 Thiếu hụt</translation>
    </message>
    <message>
        <source>Causes, groups</source>
        <translation>Nguyên nhân, nhóm</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Hỗ trợ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Draft: nobody checked these points yet, nothing is kept and no household is classified.</source>
        <translation>Bản nháp: bảng điểm chưa được kiểm tra; không lưu gì và không phân loại hộ nào.</translation>
    </message>
    <message>
        <source>Exercise: the points are made up, nothing is kept and no household is classified.</source>
        <translation>Bài tập: điểm do chương trình đặt ra, không lưu lại và không có giá trị phân loại hộ.</translation>
    </message>
    <message>
        <source>Exercise: nothing is kept and no household is classified.</source>
        <translation>Bài tập: không lưu gì và không phân loại hộ nào.</translation>
    </message>
    <message>
        <source>This form can only be read: the round is sealed, or the file is read only.</source>
        <translation>Phiếu này chỉ để xem: đợt rà soát đã khóa sổ hoặc tệp chỉ cho đọc.</translation>
    </message>
    <message>
        <source>Review form – household {household}, {village}</source>
        <translation>Phiếu rà soát — hộ {household}, {village}</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} nhân khẩu</translation>
    </message>
    <message>
        <source>no history</source>
        <translation>chưa có kết quả</translation>
    </message>
    <message>
        <source>form {number} of {count} of the village</source>
        <translation>phiếu {number}/{count} của thôn</translation>
    </message>
    <message>
        <source>sheet A: {result}</source>
        <translation>phiếu A: {result}</translation>
    </message>
    <message>
        <source>Head: {name}</source>
        <translation>Chủ hộ: {name}</translation>
    </message>
    <message>
        <source>number of people not known</source>
        <translation>chưa rõ số nhân khẩu</translation>
    </message>
    <message>
        <source>last year: {answer}</source>
        <translation>năm trước: {answer}</translation>
    </message>
</context>
<context>
    <name>FormHistory</name>
    <message>
        <source>No sealed round before this one reviewed the household.</source>
        <translation>Chưa có đợt rà soát nào đã khóa sổ trước đợt này có hộ này.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Result of last year: {status}</source>
        <translation>Kết quả năm trước: {status}</translation>
    </message>
</context>
<context>
    <name>FormMembers</name>
    <message>
        <source>Tab next · digits answer Sex, Insured, Work, Disabled and go on · blank means not known · Enter in the empty line goes on to the questions.</source>
        <translation>Tab sang ô sau · phím số trả lời ngay Giới tính, BHYT, Việc làm, Khuyết tật · để trống là chưa rõ · Enter ở dòng trống sang phần câu hỏi.</translation>
    </message>
</context>
<context>
    <name>FormRemarks</name>
    <message>
        <source>({count} more)</source>
        <translation>(còn {count} điều nữa)</translation>
    </message>
    <message>
        <source>Not answered yet: {questions}. Enter goes to the first, F8 to the next household.</source>
        <translation>Chưa trả lời: {questions}. Enter đi tới câu đầu tiên còn thiếu, F8 sang hộ sau.</translation>
    </message>
    <message>
        <source>The exercise is complete. Esc goes back.</source>
        <translation>Bài tập đã xong. Esc để trở về.</translation>
    </message>
    <message>
        <source>The form is complete. Enter or F8 goes to the next household.</source>
        <translation>Phiếu đã đủ. Enter hoặc F8 sang hộ sau.</translation>
    </message>
    <message>
        <source>{question} differs from last year ({before} → {now}). If it is right, type a short reason.</source>
        <translation>{question} khác năm trước ({before} → {now}). Nếu đúng, gõ lý do ngắn.</translation>
    </message>
    <message>
        <source>Question {number} of {part}</source>
        <translation>Câu {number} phần {part}</translation>
    </message>
</context>
<context>
    <name>FormSide</name>
    <message>
        <source>Explanation</source>
        <translation>Giải thích</translation>
    </message>
    <message>
        <source>Result explained (F10)</source>
        <translation>Giải thích kết quả (F10)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>What would change the result</source>
        <translation>Điều gì làm đổi kết quả</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>digits choose · 9 or / don&apos;t know · Enter next · ↑ ↓ question · Backspace clears · F2 number of a band · Ctrl+D as the household before · Ctrl+Enter takes the proposals · F9 as last year · Tab reason · F1 explains · F10 result · Ctrl+PgUp, PgDn part · F7, F8 household · Esc back</source>
        <translation>1 2 … chọn · 9 hoặc / không biết · Enter câu sau · ↑ ↓ chuyển câu · Backspace xóa · F2 gõ số của khoảng · Ctrl+D như hộ trước · Ctrl+Enter nhận các đề xuất · F9 như năm trước · Tab gõ lý do · F1 giải thích · F10 kết quả · Ctrl+PgUp, PgDn chuyển phần · F7, F8 chuyển hộ · Esc trở về</translation>
    </message>
    <message>
        <source>Draft form: the result holds once every question is answered.</source>
        <translation>Phiếu còn là bản nháp: trả lời đủ các câu thì kết quả mới được tính.</translation>
    </message>
    <message>
        <source>DRAFT: nobody has checked this score table yet.</source>
        <translation>BẢN NHÁP: bảng điểm chưa được người thứ hai kiểm tra.</translation>
    </message>
    <message>
        <source>No definition is recorded for this question.</source>
        <translation>Câu này chưa có phần giải thích.</translation>
    </message>
    <message>
        <source>Not held against the official text.</source>
        <translation>Chưa đối chiếu với văn bản chính thức.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Căn cứ: {source}</translation>
    </message>
    <message>
        <source>Example: {example}</source>
        <translation>Ví dụ: {example}</translation>
    </message>
</context>
<context>
    <name>FormStates</name>
    <message>
        <source>question {number}</source>
        <translation>câu {number}</translation>
    </message>
    <message>
        <source>question {number} of {part}</source>
        <translation>câu {number} phần {part}</translation>
    </message>
</context>
<context>
    <name>FormStrip</name>
    <message>
        <source>Tab, then a short reason</source>
        <translation>Tab rồi gõ lý do ngắn</translation>
    </message>
</context>
<context>
    <name>FormerYearsSection</name>
    <message>
        <source>Figures of former years</source>
        <translation>Số liệu các năm trước</translation>
    </message>
    <message>
        <source>Tables {tables} of {year} were taken in as printed; Ctrl+Z takes them out again.</source>
        <translation>Đã nạp nguyên văn biểu {tables} năm {year}; nhấn Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>The tables of {year} were removed; Ctrl+Z brings them back.</source>
        <translation>Đã xóa các biểu năm {year}; nhấn Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>Year of the tables</source>
        <translation>Năm của biểu</translation>
    </message>
    <message>
        <source>Take in old official tables…</source>
        <translation>Nạp biểu các năm trước…</translation>
    </message>
    <message>
        <source>Remove the tables of this year</source>
        <translation>Xóa biểu của năm này</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Tổng số hộ</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân khẩu</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>People in poor ones</source>
        <translation>Khẩu nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>People in near-poor ones</source>
        <translation>Khẩu cận nghèo</translation>
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
        <source>Beginning of {year}</source>
        <translation>Đầu năm {year}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Đến ô đó</translation>
    </message>
    <message>
        <source>Type or paste from Excel what each village had at the beginning of former years, or take in the official tables handed in then: they fill what is blank.</source>
        <translation>Nhập hoặc dán từ Excel số liệu đầu năm của từng thôn, hoặc nạp các biểu đã nộp: số trong biểu được điền vào ô còn trống.</translation>
    </message>
    <message>
        <source>Enter the villages on the page Targets first; their former years stand here then.</source>
        <translation>Hãy nhập danh sách thôn ở mục Chỉ tiêu trước; sau đó số liệu các năm trước nhập tại đây.</translation>
    </message>
    <message>
        <source>Tables taken in: {tables}</source>
        <translation>Biểu đã nạp: {tables}</translation>
    </message>
    <message>
        <source>• and {count} more places</source>
        <translation>• và {count} chỗ khác</translation>
    </message>
    <message>
        <source>Workbooks ({endings})</source>
        <translation>Bảng tính ({endings})</translation>
    </message>
    <message>
        <source>Take in old official tables</source>
        <translation>Nạp biểu các năm trước</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>{complete} of {all} forms complete</source>
        <translation>Hoàn thành {complete}/{all} phiếu</translation>
    </message>
    <message>
        <source>No household in this round yet. Import the list of households first, or take one in.</source>
        <translation>Đợt này chưa có hộ nào. Hãy nhập danh sách hộ trước, hoặc thêm hộ có giấy đề nghị.</translation>
    </message>
    <message>
        <source>The round is sealed. Enter shows a form; an amendment corrects a result with its reason.</source>
        <translation>Đợt đã khóa sổ. Enter để xem phiếu; kết quả sai thì lập điều chỉnh có lý do.</translation>
    </message>
    <message>
        <source>No form is entered yet. Enter on a household, or Alt+N, begins.</source>
        <translation>Chưa nhập phiếu nào. Chọn hộ rồi bấm Enter, hoặc Alt+I, để bắt đầu.</translation>
    </message>
    <message>
        <source>Written last: household {code} – {head}, {village}.</source>
        <translation>Phiếu ghi gần nhất: hộ {code} – {head}, {village}.</translation>
    </message>
    <message>
        <source>Next question: {question}.</source>
        <translation>Câu kế tiếp: {question}.</translation>
    </message>
</context>
<context>
    <name>GridFrame</name>
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
        <source>Chosen: {cells} cells · sum {sum}</source>
        <translation>Chọn {cells} ô · Tổng {sum}</translation>
    </message>
</context>
<context>
    <name>HelpedView</name>
    <message>
        <source>Households and who helps them</source>
        <translation>Hộ đăng ký và người giúp đỡ</translation>
    </message>
    <message>
        <source>&amp;Back to the committee (Esc)</source>
        <translation>&amp;Về Ban Chỉ đạo (Esc)</translation>
    </message>
    <message>
        <source>x gives a household to the member, Delete takes it away · Ctrl+D fills down · Esc goes back</source>
        <translation>Gõ x để giao hộ cho thành viên, Delete để bỏ · Ctrl+D điền xuống · Esc quay lại</translation>
    </message>
    <message>
        <source>{name}: households to help in {year}</source>
        <translation>{name}: hộ nhận giúp đỡ năm {year}</translation>
    </message>
    <message>
        <source>Households without helper in {year}</source>
        <translation>Hộ đăng ký chưa có người giúp đỡ năm {year}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>On the list of</source>
        <translation>Thuộc diện</translation>
    </message>
    <message>
        <source>Helps (x)</source>
        <translation>Giúp đỡ (x)</translation>
    </message>
    <message>
        <source>Helped by</source>
        <translation>Người giúp đỡ</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>No household is registered to leave poverty yet; name them by village first.</source>
        <translation>Chưa có hộ nào đăng ký thoát nghèo. Hãy lập danh sách hộ ở mục Theo thôn trước.</translation>
    </message>
    <message>
        <source>{count} of {all} still without helper. Type a member&apos;s name or an organisation.</source>
        <translation>{count}/{all} hộ chưa có người giúp đỡ. Hãy gõ tên thành viên hoặc tên tổ chức nhận giúp đỡ.</translation>
    </message>
    <message>
        <source>Helps {own} of {all} registered households; {count} have no helper yet.</source>
        <translation>Giúp đỡ {own}/{all} hộ đăng ký; còn {count} hộ chưa có người giúp đỡ.</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Who was found</source>
        <translation>Những người tìm thấy</translation>
    </message>
    <message>
        <source>household {code}, {village}</source>
        <translation>hộ {code}, {village}</translation>
    </message>
    <message>
        <source>Nobody was found. Type fewer letters, a household code or a village.</source>
        <translation>Không tìm thấy. Hãy gõ ít chữ hơn, hoặc gõ mã hộ, tên thôn.</translation>
    </message>
    <message>
        <source>Enter opens · ↑ ↓ choose · Esc closes</source>
        <translation>Enter mở · ↑ ↓ chọn · Esc đóng</translation>
    </message>
    <message>
        <source>The first {count} are shown: type more letters to find fewer.</source>
        <translation>Đang hiện {count} kết quả đầu: gõ thêm chữ để tìm hẹp hơn.</translation>
    </message>
    <message>
        <source>name as spelt</source>
        <translation>đúng tên, đúng dấu</translation>
    </message>
    <message>
        <source>name without accents</source>
        <translation>đúng tên, không dấu</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>chữ cái đầu</translation>
    </message>
    <message>
        <source>household code</source>
        <translation>mã hộ</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>số định danh {number}</translation>
    </message>
    <message>
        <source>village</source>
        <translation>thôn</translation>
    </message>
</context>
<context>
    <name>HouseholdDetails</name>
    <message>
        <source>The head&apos;s name is corrected among the members.</source>
        <translation>Tên chủ hộ được sửa ở phần Thành viên.</translation>
    </message>
    <message>
        <source>Enter the villages on the page Targets first</source>
        <translation>Hãy nhập các thôn ở trang Chỉ tiêu trước</translation>
    </message>
    <message>
        <source>Household code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>numbered by itself</source>
        <translation>tự đánh số</translation>
    </message>
    <message>
        <source>Head of the household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>name or number</source>
        <translation>tên hoặc số thứ tự</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>Số nhân khẩu</translation>
    </message>
    <message>
        <source>Choose the village</source>
        <translation>Chọn thôn</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Khu vực</translation>
    </message>
    <message>
        <source>{village} – moving to another village is recorded under Events.</source>
        <translation>{village} – chuyển thôn thì ghi ở phần Biến động.</translation>
    </message>
    <message>
        <source>Typed and not saved yet. Enter keeps it, Esc takes it back.</source>
        <translation>Đã gõ, chưa lưu. Enter lưu, Esc bỏ.</translation>
    </message>
    <message>
        <source>Choose the village and enter the head&apos;s name to enter the household.</source>
        <translation>Hãy chọn thôn và nhập tên chủ hộ để thêm hộ vào sổ.</translation>
    </message>
</context>
<context>
    <name>HouseholdEvents</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Biến động</translation>
    </message>
    <message>
        <source>Who, from and to</source>
        <translation>Ai, từ đâu, đến đâu</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation>Các biến động đã ghi</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Chưa ghi biến động nào.</translation>
    </message>
    <message>
        <source>Take the chosen event back (Delete)</source>
        <translation>Hoàn tác dòng đang chọn (Delete)</translation>
    </message>
    <message>
        <source>from household {household}</source>
        <translation>từ hộ {household}</translation>
    </message>
    <message>
        <source>to household {household}</source>
        <translation>đến hộ {household}</translation>
    </message>
    <message>
        <source>Took another household in</source>
        <translation>Nhận hộ khác nhập vào</translation>
    </message>
    <message>
        <source>Later work rests on this event and would be taken back with it: {others}.</source>
        <translation>Có việc ghi sau dựa vào biến động này và sẽ được hoàn tác cùng: {others}.</translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation>Hoàn tác tất cả</translation>
    </message>
    <message>
        <source>Recorded: {event}.</source>
        <translation>Đã ghi: {event}.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>HouseholdImportPage</name>
    <message>
        <source>Import households</source>
        <translation>Nhập danh sách hộ</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Đang đọc {file}…</translation>
    </message>
    <message>
        <source>Comparing {file} with the registry…</source>
        <translation>Đang đối chiếu {file} với sổ hộ…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>to mend</source>
        <translation>cần sửa</translation>
    </message>
    <message>
        <source>Save the marked copy</source>
        <translation>Lưu bản đánh dấu lỗi</translation>
    </message>
    <message>
        <source>{count} places are marked in {file}.</source>
        <translation>Đã đánh dấu {count} chỗ trong {file}.</translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation>Bảng tính</translation>
    </message>
    <message>
        <source>Choose the office&apos;s own list, as it is: the program finds the headings, shows how it reads each column, then what would be new, changed or not taken. Nothing is written before you agree.</source>
        <translation>Chọn danh sách sẵn có của xã, không cần sửa lại: chương trình tự tìm dòng tiêu đề, cho xem từng cột được đọc là gì, rồi cho biết hộ nào thêm mới, thay đổi hoặc không nhận được. Chưa ghi gì khi chưa bấm Nhập.</translation>
    </message>
    <message>
        <source>&amp;Choose a workbook…</source>
        <translation>&amp;Chọn tệp Excel…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>How the columns are read. Change what is wrong, then press Enter.</source>
        <translation>Mỗi cột được đọc như dưới đây. Sửa chỗ chưa đúng rồi bấm Enter.</translation>
    </message>
    <message>
        <source>&amp;What would change</source>
        <translation>&amp;Xem trước</translation>
    </message>
    <message>
        <source>&amp;Another workbook…</source>
        <translation>&amp;Tệp khác…</translation>
    </message>
    <message>
        <source>Save the &amp;marked copy…</source>
        <translation>&amp;Lưu bản đánh dấu lỗi…</translation>
    </message>
    <message>
        <source>No household of this list can be taken in. Mend what is listed here and look again.</source>
        <translation>Không nhận được hộ nào của danh sách này. Hãy sửa các lỗi nêu dưới đây rồi xem lại.</translation>
    </message>
    <message>
        <source>The whole import was taken back: the file is as it was before. Ctrl+Y brings it in again.</source>
        <translation>Đã hoàn tác toàn bộ lần nhập: tệp trở lại như trước khi nhập. Bấm Ctrl+Y để nhập lại.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes the whole import back in one step.</source>
        <translation>Ctrl+Z hoàn tác cả lần nhập trong một bước.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>{file} · year {year}</source>
        <translation>{file} · năm {year}</translation>
    </message>
    <message>
        <source>Comparing with the registry…</source>
        <translation>Đang đối chiếu với sổ hộ…</translation>
    </message>
    <message>
        <source>Looking for people listed twice…</source>
        <translation>Đang tìm người trùng…</translation>
    </message>
    <message>
        <source>Sheet {name}</source>
        <translation>Trang tính {name}</translation>
    </message>
    <message>
        <source>Typed with fonts of before Unicode (TCVN3, VNI), read as Vietnamese again: columns {columns}.</source>
        <translation>Các cột gõ bằng phông chữ cũ (TCVN3, VNI) đã được đọc lại thành tiếng Việt: {columns}.</translation>
    </message>
    <message>
        <source>Nothing of this list is new to the registry.</source>
        <translation>Danh sách này không có gì mới so với sổ hộ.</translation>
    </message>
    <message>
        <source>{read} households read: {added} new, {updated} changed, {unchanged} as they were, {rejected} not taken.</source>
        <translation>Đọc {read} hộ: thêm mới {added}, thay đổi {updated}, giữ nguyên {unchanged}, không nhận {rejected}.</translation>
    </message>
</context>
<context>
    <name>HouseholdMembers</name>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Members of the household</source>
        <translation>Thành viên của hộ</translation>
    </message>
    <message>
        <source>Reason for the amendment</source>
        <translation>Lý do điều chỉnh</translation>
    </message>
    <message>
        <source>Blank means not known. 1 yes, 2 no. Alt+3 records what happened to the chosen people.</source>
        <translation>Để trống là chưa rõ. 1 có, 2 không. Alt+3 ghi biến động của người đang chọn.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Sinh ngày, năm</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>Thẻ BHYT</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Việc làm</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Trình độ, lớp</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Khuyết tật</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Trợ cấp đang hưởng</translation>
    </message>
    <message>
        <source>The day, or the year where only that is known</source>
        <translation>Ngày sinh, hoặc năm sinh nếu chỉ biết năm</translation>
    </message>
    <message>
        <source>1 male, 2 female</source>
        <translation>1 nam, 2 nữ</translation>
    </message>
    <message>
        <source>Relation to the head of the household</source>
        <translation>Quan hệ với chủ hộ</translation>
    </message>
    <message>
        <source>By name, or by number of the national list</source>
        <translation>Ghi tên, hoặc số thứ tự trong danh mục dân tộc</translation>
    </message>
    <message>
        <source>12 digits, or 9 digits of an old identity card</source>
        <translation>12 chữ số, hoặc 9 chữ số của chứng minh nhân dân cũ</translation>
    </message>
    <message>
        <source>Has a health insurance card: 1 yes, 2 no</source>
        <translation>Có thẻ bảo hiểm y tế: 1 có, 2 không</translation>
    </message>
    <message>
        <source>1 in work, 2 without work, 3 at school</source>
        <translation>1 có việc làm, 2 không có việc làm, 3 đang đi học</translation>
    </message>
    <message>
        <source>Highest level reached, or class attended</source>
        <translation>Trình độ cao nhất, hoặc lớp đang học</translation>
    </message>
    <message>
        <source>1 yes, 2 no</source>
        <translation>1 có, 2 không</translation>
    </message>
    <message>
        <source>Benefits received, with semicolons between; 2 for none</source>
        <translation>Các khoản đang hưởng, cách nhau bằng dấu chấm phẩy; ghi 2 nếu không có</translation>
    </message>
    <message>
        <source>Typed and not saved yet: “{text}”. Enter keeps it, Esc takes it back.</source>
        <translation>Đã gõ, chưa lưu: “{text}”. Enter lưu, Esc bỏ.</translation>
    </message>
    <message>
        <source>Still missing: {fields}.</source>
        <translation>Còn thiếu: {fields}.</translation>
    </message>
</context>
<context>
    <name>HouseholdPanel</name>
    <message>
        <source>New household</source>
        <translation>Hộ mới</translation>
    </message>
    <message>
        <source>It enters the registry as soon as its village and its head&apos;s name are known.</source>
        <translation>Hộ được thêm vào sổ ngay khi có thôn và tên chủ hộ.</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hộ</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Biến động</translation>
    </message>
    <message>
        <source>Review history</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Choose a household in the list to see its people and what happened to it.</source>
        <translation>Chọn một hộ trong danh sách để xem thành viên và biến động của hộ.</translation>
    </message>
    <message>
        <source>People who may stand here twice</source>
        <translation>Người có thể bị trùng</translation>
    </message>
    <message>
        <source>Newly escaped households</source>
        <translation>Hộ mới thoát nghèo</translation>
    </message>
    <message>
        <source>{count} people entered</source>
        <translation>đã nhập {count} người</translation>
    </message>
    <message>
        <source>no longer in the commune since {date}</source>
        <translation>không còn ở xã từ ngày {date}</translation>
    </message>
</context>
<context>
    <name>HouseholdStatusHistory</name>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Đến trước ngày</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Chuẩn nghèo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Số quyết định</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt rà soát</translation>
    </message>
    <message>
        <source>At the opening</source>
        <translation>Đầu kỳ</translation>
    </message>
    <message>
        <source>B1</source>
        <translation>B1</translation>
    </message>
    <message>
        <source>B2</source>
        <translation>B2</translation>
    </message>
    <message>
        <source>Status by decisions</source>
        <translation>Kết quả theo quyết định</translation>
    </message>
    <message>
        <source>Reviewed in</source>
        <translation>Các đợt đã rà soát</translation>
    </message>
    <message>
        <source>No decision is recorded. The history of this household is not known; that is not “not poor”.</source>
        <translation>Chưa ghi quyết định nào. Chưa rõ trước đây hộ thuộc diện nào; như vậy không có nghĩa là “không nghèo”.</translation>
    </message>
    <message>
        <source>The household was in no review round yet.</source>
        <translation>Hộ chưa được rà soát đợt nào.</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>đến nay</translation>
    </message>
    <message>
        <source>not concluded</source>
        <translation>chưa kết luận</translation>
    </message>
    <message>
        <source>{result} (round open)</source>
        <translation>{result} (đợt chưa khóa)</translation>
    </message>
</context>
<context>
    <name>HouseholdTable</name>
    <message>
        <source>A click orders the list by this column, a second one turns it round. Keys: Ctrl+arrows.</source>
        <translation>Bấm để xếp theo cột này, bấm lần nữa để đảo thứ tự. Phím: Ctrl + mũi tên.</translation>
    </message>
</context>
<context>
    <name>HouseholdView</name>
    <message>
        <source>List of households</source>
        <translation>Danh sách hộ</translation>
    </message>
</context>
<context>
    <name>HouseholdWords</name>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>as the commune</source>
        <translation>theo xã</translation>
    </message>
    <message>
        <source>rural area</source>
        <translation>khu vực nông thôn</translation>
    </message>
    <message>
        <source>urban area</source>
        <translation>khu vực thành thị</translation>
    </message>
    <message>
        <source>Household without capacity to work</source>
        <translation>Hộ không có khả năng lao động</translation>
    </message>
    <message>
        <source>Household with a person of merit</source>
        <translation>Hộ có người có công</translation>
    </message>
    <message>
        <source>Household of a local ethnic minority</source>
        <translation>Hộ dân tộc tại chỗ</translation>
    </message>
    <message>
        <source>Household under social protection</source>
        <translation>Hộ bảo trợ xã hội</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>hộ nghèo</translation>
    </message>
    <message>
        <source>near-poor</source>
        <translation>hộ cận nghèo</translation>
    </message>
    <message>
        <source>average living standard</source>
        <translation>mức sống trung bình</translation>
    </message>
    <message>
        <source>not poor</source>
        <translation>không nghèo</translation>
    </message>
    <message>
        <source>not classified</source>
        <translation>chưa phân loại</translation>
    </message>
    <message>
        <source>history not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>annual review</source>
        <translation>định kỳ</translation>
    </message>
    <message>
        <source>in-year review</source>
        <translation>thường xuyên</translation>
    </message>
    <message>
        <source>transition review</source>
        <translation>chuyển tiếp</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>Sinh</translation>
    </message>
    <message>
        <source>Death</source>
        <translation>Mất</translation>
    </message>
    <message>
        <source>Moving in</source>
        <translation>Chuyển đến</translation>
    </message>
    <message>
        <source>Moving out</source>
        <translation>Chuyển đi</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Trở về</translation>
    </message>
    <message>
        <source>Marriage</source>
        <translation>Kết hôn</translation>
    </message>
    <message>
        <source>Splitting off</source>
        <translation>Tách hộ</translation>
    </message>
    <message>
        <source>Merging into another household</source>
        <translation>Nhập vào hộ khác</translation>
    </message>
    <message>
        <source>Moving to another village</source>
        <translation>Chuyển thôn</translation>
    </message>
    <message>
        <source>Change of head</source>
        <translation>Đổi chủ hộ</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nữ</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>có việc làm</translation>
    </message>
    <message>
        <source>without work</source>
        <translation>không có việc làm</translation>
    </message>
    <message>
        <source>at school</source>
        <translation>đang đi học</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
</context>
<context>
    <name>HouseholdsPage</name>
    <message>
        <source>Household registry</source>
        <translation>Hộ gia đình</translation>
    </message>
    <message>
        <source>Import from &amp;Excel…</source>
        <translation>&amp;Nhập từ Excel…</translation>
    </message>
    <message>
        <source>&amp;Add a household</source>
        <translation>T&amp;hêm hộ</translation>
    </message>
    <message>
        <source>Clear &amp;filters</source>
        <translation>Bỏ &amp;lọc</translation>
    </message>
    <message>
        <source>No household fits the filters.</source>
        <translation>Không có hộ nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
</context>
<context>
    <name>IndicatorsView</name>
    <message>
        <source>Take what is o&amp;ffered (F4)</source>
        <translation>Nhận số đề &amp;xuất (F4)</translation>
    </message>
    <message>
        <source>Enter goes down · F2 edits · F4 takes what is offered · Ctrl+C, Ctrl+V copy and paste with Excel · Ctrl+- removes a line</source>
        <translation>Enter xuống dòng · F2 sửa · F4 nhận số đề xuất · Ctrl+C, Ctrl+V chép và dán với Excel · Ctrl+- bỏ dòng</translation>
    </message>
    <message>
        <source>Targets by indicator and income of {year}</source>
        <translation>Chỉ tiêu theo chỉ số và thu nhập năm {year}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>Beginning of the year</source>
        <translation>Đầu năm</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>% of plan</source>
        <translation>% kế hoạch</translation>
    </message>
    <message>
        <source>Of a share that is to fall: the part of the planned fall that was reached</source>
        <translation>Với tỷ lệ cần giảm: phần đã giảm được so với mức giảm theo kế hoạch</translation>
    </message>
    <message>
        <source>Targets by indicator and income</source>
        <translation>Chỉ tiêu theo chỉ số và thu nhập</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Bỏ dòng</translation>
    </message>
    <message>
        <source>people, households</source>
        <translation>người, hộ</translation>
    </message>
    <message>
        <source>Type the targets of the year, or take what is offered in grey with F4.</source>
        <translation>Hãy nhập chỉ tiêu của năm, hoặc bấm F4 để nhận số đề xuất (chữ xám).</translation>
    </message>
    <message>
        <source>{count} targets set</source>
        <translation>Đã đặt {count} chỉ tiêu</translation>
    </message>
    <message>
        <source>{reached} of {count} with a result reached</source>
        <translation>{reached}/{count} chỉ tiêu có kết quả đã đạt</translation>
    </message>
    <message>
        <source>{count} cells offered in grey</source>
        <translation>{count} ô có số đề xuất (chữ xám)</translation>
    </message>
    <message>
        <source>Offered: what the review of {year} found among poor households. F4 takes it.</source>
        <translation>Số đề xuất theo kết quả rà soát hộ nghèo năm {year}. Bấm F4 để nhận.</translation>
    </message>
    <message>
        <source>Offered: the target of {year}. F4 takes it.</source>
        <translation>Số đề xuất theo chỉ tiêu năm {year}. Bấm F4 để nhận.</translation>
    </message>
    <message>
        <source>Offered: the level that plans usually set. F4 takes it.</source>
        <translation>Số đề xuất theo mức các kế hoạch thường đặt. Bấm F4 để nhận.</translation>
    </message>
    <message>
        <source>Offered: the result entered for {year}. F4 takes it.</source>
        <translation>Số đề xuất theo kết quả đã nhập của năm {year}. Bấm F4 để nhận.</translation>
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
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
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
    <name>NameBar</name>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Danh sách nào</translation>
    </message>
    <message>
        <source>F6 goes to the other list</source>
        <translation>F6 chuyển sang danh sách kia</translation>
    </message>
    <message>
        <source>Month {month}</source>
        <translation>Tháng {month}</translation>
    </message>
    <message>
        <source>Month of the follow-up</source>
        <translation>Tháng theo dõi</translation>
    </message>
    <message>
        <source>Alt+Left and Alt+Right go to another month</source>
        <translation>Alt+Trái, Alt+Phải chuyển tháng</translation>
    </message>
    <message>
        <source>Nearest to the line first</source>
        <translation>Gần chuẩn trước</translation>
    </message>
    <message>
        <source>Fewest indicators first</source>
        <translation>Ít chỉ số trước</translation>
    </message>
    <message>
        <source>Order of the households</source>
        <translation>Thứ tự các hộ</translation>
    </message>
    <message>
        <source>F7 goes to the other order</source>
        <translation>F7 chuyển thứ tự</translation>
    </message>
    <message>
        <source>&amp;Take results from the review</source>
        <translation>&amp;Lấy kết quả rà soát</translation>
    </message>
    <message>
        <source>Fills in what the sealed round says where no result is noted yet</source>
        <translation>Ghi kết quả theo đợt rà soát đã khóa cho hộ chưa có kết quả</translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation>&amp;In, lưu</translation>
    </message>
    <message>
        <source>Print the list of {village} (Ctrl+P)</source>
        <translation>In danh sách: {village} (Ctrl+P)</translation>
    </message>
    <message>
        <source>Print the sheet of the month of {village}</source>
        <translation>In phiếu theo dõi tháng: {village}</translation>
    </message>
    <message>
        <source>Save the list of {village}…</source>
        <translation>Lưu danh sách: {village}…</translation>
    </message>
    <message>
        <source>Save the sheet of the month of {village}…</source>
        <translation>Lưu phiếu theo dõi tháng: {village}…</translation>
    </message>
    <message>
        <source>Save the list of all…</source>
        <translation>Lưu danh sách: tất cả…</translation>
    </message>
    <message>
        <source>Save the sheets of the month of all…</source>
        <translation>Lưu phiếu theo dõi tháng: tất cả…</translation>
    </message>
</context>
<context>
    <name>NamePrinting</name>
    <message>
        <source>The printer did not take the pages. Check the printer and print again.</source>
        <translation>Máy in không nhận trang in. Hãy kiểm tra máy in rồi in lại.</translation>
    </message>
    <message>
        <source>{count} pages were sent to the printer.</source>
        <translation>Đã gửi {count} trang đến máy in.</translation>
    </message>
    <message>
        <source>Save the names</source>
        <translation>Lưu danh sách hộ đăng ký</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
</context>
<context>
    <name>NameReasons</name>
    <message>
        <source>Choose a household to see what would have to change.</source>
        <translation>Chọn một hộ để xem cần thay đổi điều gì.</translation>
    </message>
    <message>
        <source>Each of these alone leads off the list</source>
        <translation>Chỉ cần một trong các thay đổi sau</translation>
    </message>
    <message>
        <source>The household left the list in the year without being named.</source>
        <translation>Hộ đã thoát trong năm nhưng không có tên trong danh sách đăng ký.</translation>
    </message>
    <message>
        <source>Done in the year</source>
        <translation>Việc đã làm trong năm</translation>
    </message>
    <message>
        <source>Nothing is noted yet.</source>
        <translation>Chưa ghi việc nào.</translation>
    </message>
    <message>
        <source>Month {month}: {done}</source>
        <translation>Tháng {month}: {done}</translation>
    </message>
</context>
<context>
    <name>NamesView</name>
    <message>
        <source>&amp;Back (Esc)</source>
        <translation>&amp;Trở về (Esc)</translation>
    </message>
    <message>
        <source>Households that register to leave poverty</source>
        <translation>Hộ đăng ký thoát nghèo</translation>
    </message>
    <message>
        <source>The results of the sealed round stand in the list; Ctrl+Z takes them back.</source>
        <translation>Đã ghi kết quả theo đợt rà soát đã khóa vào danh sách; Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Every name the sealed round knows has its result already.</source>
        <translation>Các hộ có trong đợt rà soát đã khóa đều đã có kết quả.</translation>
    </message>
    <message>
        <source>{village}: households to leave poverty in {year}</source>
        <translation>{village}: hộ đăng ký thoát nghèo năm {year}</translation>
    </message>
    <message>
        <source>{village}: households to leave the near-poor list in {year}</source>
        <translation>{village}: hộ đăng ký thoát cận nghèo năm {year}</translation>
    </message>
    <message>
        <source>Whole commune</source>
        <translation>Toàn xã</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>{named} of {all} households named, those with the fewest indicators to mend first.</source>
        <translation>Đã chọn {named}/{all} hộ; hộ cần bớt ít chỉ số thiếu hụt nhất đứng đầu.</translation>
    </message>
    <message>
        <source>{unnamed} left without being named, {stayed} named did not leave.</source>
        <translation>{unnamed} hộ đã thoát mà không có tên, {stayed} hộ có tên chưa thoát.</translation>
    </message>
    <message>
        <source>(F1: {count} more)</source>
        <translation>(F1: còn {count} cách khác)</translation>
    </message>
    <message>
        <source>Type a number or a name: {choices}</source>
        <translation>Gõ số hoặc tên: {choices}</translation>
    </message>
    <message>
        <source>Needs, with commas: {choices} · F4 takes what is proposed</source>
        <translation>Nhu cầu, cách nhau bằng dấu phẩy: {choices} · F4 lấy nhu cầu gợi ý</translation>
    </message>
    <message>
        <source>Results: {choices}</source>
        <translation>Kết quả: {choices}</translation>
    </message>
    <message>
        <source>x names a household · F1 says why · F6 poor or near-poor · F7 order · Alt+Left, Alt+Right another month · Ctrl+D fills down · Ctrl+P prints · Esc goes back</source>
        <translation>x chọn hộ · F1 giải thích · F6 hộ nghèo hoặc cận nghèo · F7 thứ tự · Alt+Trái, Alt+Phải chuyển tháng · Ctrl+D điền xuống · Ctrl+P in · Esc trở về</translation>
    </message>
    <message>
        <source>{count} more by their name</source>
        <translation>còn {count} người, gõ tên</translation>
    </message>
    <message>
        <source>Done in month {month}</source>
        <translation>Đã làm tháng {month}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Named (x)</source>
        <translation>Chọn (x)</translation>
    </message>
    <message>
        <source>To leave the list</source>
        <translation>Còn thiếu để thoát nghèo</translation>
    </message>
    <message>
        <source>(proposed)</source>
        <translation>(gợi ý)</translation>
    </message>
    <message>
        <source>(review)</source>
        <translation>(rà soát)</translation>
    </message>
    <message>
        <source>left, not named</source>
        <translation>đã thoát, không có tên</translation>
    </message>
    <message>
        <source>The household is named and was not on this list at the beginning of the year.</source>
        <translation>Hộ có tên trong danh sách nhưng đầu năm không thuộc diện này.</translation>
    </message>
    <message>
        <source>Proposed by the deprived indicators of the form; F4 takes it, or type what is needed.</source>
        <translation>Gợi ý theo chỉ số thiếu hụt trên phiếu; F4 để lấy, hoặc gõ nhu cầu khác.</translation>
    </message>
    <message>
        <source>The household left the list in the year without being named.</source>
        <translation>Hộ đã thoát trong năm nhưng không có tên trong danh sách đăng ký.</translation>
    </message>
    <message>
        <source>The sealed round says: {result}.</source>
        <translation>Kết quả rà soát đã khóa là: {result}.</translation>
    </message>
    <message>
        <source>The household is named and did not leave the list.</source>
        <translation>Hộ có tên trong danh sách đăng ký nhưng chưa thoát.</translation>
    </message>
    <message>
        <source>To leave the near-poor list</source>
        <translation>Còn thiếu để thoát cận nghèo</translation>
    </message>
    <message>
        <source>Helped by</source>
        <translation>Người giúp đỡ</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Nhu cầu</translation>
    </message>
    <message>
        <source>Months noted</source>
        <translation>Tháng đã ghi</translation>
    </message>
    <message>
        <source>The months of the year in which something was done</source>
        <translation>Các tháng trong năm có việc đã làm cho hộ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Assigned {count}</source>
        <translation>Số giao {count}</translation>
    </message>
    <message>
        <source>Reduction planned {count}</source>
        <translation>Kế hoạch giảm {count}</translation>
    </message>
    <message>
        <source>registered {count}</source>
        <translation>đã đăng ký {count}</translation>
    </message>
    <message>
        <source>named {count}</source>
        <translation>có tên {count}</translation>
    </message>
    <message>
        <source>differs by {difference}</source>
        <translation>lệch {difference}</translation>
    </message>
    <message>
        <source>No household of {village} is in the registry yet; enter the households first.</source>
        <translation>{village} chưa có hộ nào trong sổ. Hãy nhập hộ ở trang Hộ gia đình trước.</translation>
    </message>
    <message>
        <source>{village} has no near-poor household at the beginning of the year. F6 shows the poor.</source>
        <translation>{village} không có hộ cận nghèo đầu năm. Nhấn F6 để xem hộ nghèo.</translation>
    </message>
    <message>
        <source>{village} has no poor household at the beginning of the year. F6 shows the near-poor.</source>
        <translation>{village} không có hộ nghèo đầu năm. Nhấn F6 để xem hộ cận nghèo.</translation>
    </message>
    <message>
        <source>{named} of {all} households named, the nearest to leaving first.</source>
        <translation>Đã chọn {named}/{all} hộ; hộ gần mức thoát nghèo nhất đứng đầu.</translation>
    </message>
    <message>
        <source>{named} of {all} households named.</source>
        <translation>Đã chọn {named}/{all} hộ.</translation>
    </message>
    <message>
        <source>{count} points B1</source>
        <translation>{count} điểm B1</translation>
    </message>
    <message>
        <source>{amount} đồng a person and month</source>
        <translation>{amount} đồng/người/tháng</translation>
    </message>
    <message>
        <source>{count} indicators</source>
        <translation>{count} chỉ số</translation>
    </message>
    <message>
        <source> or </source>
        <translation> hoặc </translation>
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
    <name>NewlyEscapedView</name>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hộ</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Trước là</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Ra khỏi danh sách</translation>
    </message>
    <message>
        <source>Counts until</source>
        <translation>Tính đến hết ngày</translation>
    </message>
    <message>
        <source>Not held against the official text: {months} months under {instrument}.</source>
        <translation>Chưa đối chiếu với văn bản gốc: {months} tháng theo {instrument}.</translation>
    </message>
    <message>
        <source>Newly escaped households</source>
        <translation>Hộ mới thoát nghèo</translation>
    </message>
    <message>
        <source>On {date} no household counts as newly escaped.</source>
        <translation>Ngày {date} chưa có hộ nào là hộ mới thoát nghèo.</translation>
    </message>
    <message>
        <source>On {date} {households} households count as newly escaped.</source>
        <translation>Ngày {date} có {households} hộ mới thoát nghèo.</translation>
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
    <name>OpenedFigure</name>
    <message>
        <source>Write the &amp;reason</source>
        <translation>&amp;Ghi lý do</translation>
    </message>
    <message>
        <source>Households behind the figure</source>
        <translation>Các hộ được đếm trong số này</translation>
    </message>
    <message>
        <source>No household of the lists explains it: the figure that was entered is to be looked at.</source>
        <translation>Không có hộ nào trong danh sách làm lệch; hãy xem lại số đã nhập.</translation>
    </message>
    <message>
        <source>and {count} more to look at</source>
        <translation>và {count} điều khác cần xem</translation>
    </message>
    <message>
        <source>{title}: {shown} of {all} households</source>
        <translation>{title}: {shown}/{all} hộ</translation>
    </message>
    <message>
        <source>{title}: {shown} households</source>
        <translation>{title}: {shown} hộ</translation>
    </message>
    <message>
        <source>&amp;All {count} households</source>
        <translation>&amp;Cả {count} hộ</translation>
    </message>
    <message>
        <source>Only those to look &amp;at</source>
        <translation>&amp;Chỉ hộ cần xem lại</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Số đếm</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đầu kỳ</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cuối kỳ</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Biến động trong năm</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>OpeningLine</name>
    <message>
        <source>Open a review round</source>
        <translation>Mở đợt rà soát</translation>
    </message>
    <message>
        <source>Open the round</source>
        <translation>Mở đợt</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>Ngày mở</translation>
    </message>
    <message>
        <source>Kind of round</source>
        <translation>Loại đợt</translation>
    </message>
</context>
<context>
    <name>OtherViews</name>
    <message>
        <source>By &amp;village</source>
        <translation>T&amp;heo thôn</translation>
    </message>
    <message>
        <source>By commun&amp;e</source>
        <translation>T&amp;heo xã</translation>
    </message>
    <message>
        <source>By in&amp;dicator, income</source>
        <translation>Theo chỉ &amp;số, thu nhập</translation>
    </message>
    <message>
        <source>Stee&amp;ring committee</source>
        <translation>B&amp;an Chỉ đạo</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Counting…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Sent to the printer: {pages} pages</source>
        <translation>Đã gửi {pages} trang đến máy in</translation>
    </message>
    <message>
        <source>The printer did not take the charts. Check it and print again.</source>
        <translation>Máy in không nhận biểu đồ. Hãy kiểm tra máy in rồi in lại.</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Lưu biểu đồ</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Charts as Word…</source>
        <translation>Biểu đồ ra Word…</translation>
    </message>
    <message>
        <source>Charts as PDF…</source>
        <translation>Biểu đồ ra PDF…</translation>
    </message>
    <message>
        <source>Charts as Excel…</source>
        <translation>Biểu đồ ra Excel…</translation>
    </message>
    <message>
        <source>For the rep&amp;ort…</source>
        <translation>Đư&amp;a vào báo cáo…</translation>
    </message>
    <message>
        <source>The charts on a page, for the report (Ctrl+P prints them)</source>
        <translation>Các biểu đồ trên trang giấy để đưa vào báo cáo (Ctrl+P để in)</translation>
    </message>
    <message>
        <source>Households and ledger…</source>
        <translation>Xem các hộ, cân đối số liệu…</translation>
    </message>
    <message>
        <source>Tab goes from chart to chart · arrows read the values · Ctrl+C copies the chart</source>
        <translation>Tab: sang biểu đồ khác · mũi tên: đọc từng số · Ctrl+C: sao chép biểu đồ</translation>
    </message>
    <message>
        <source>Enter figures</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>Sang mục Rà soát</translation>
    </message>
    <message>
        <source>Progress of the review</source>
        <translation>Tiến độ rà soát</translation>
    </message>
    <message>
        <source>Go to the households</source>
        <translation>Sang mục Hộ gia đình</translation>
    </message>
    <message>
        <source>Poverty rate by village</source>
        <translation>Tỷ lệ hộ nghèo theo thôn</translation>
    </message>
    <message>
        <source>Enter the resident households and the poor households of the villages first.</source>
        <translation>Hãy nhập tổng số hộ và số hộ nghèo của các thôn trước.</translation>
    </message>
    <message>
        <source>Poverty rate over the years</source>
        <translation>Tỷ lệ hộ nghèo qua các năm</translation>
    </message>
    <message>
        <source>Enter the opening figures of this year and of earlier years, or seal a round, first.</source>
        <translation>Hãy nhập số liệu đầu năm của năm nay và các năm trước, hoặc chốt một đợt rà soát.</translation>
    </message>
    <message>
        <source>Deprivation of the poor households</source>
        <translation>Thiếu hụt của hộ nghèo</translation>
    </message>
    <message>
        <source>No household was reviewed as poor yet. The indicators come from the review forms.</source>
        <translation>Chưa có hộ nào được rà soát là hộ nghèo. Các chỉ số lấy từ phiếu rà soát.</translation>
    </message>
    <message>
        <source>Course of the year</source>
        <translation>Diễn biến trong năm</translation>
    </message>
    <message>
        <source>The course of the year comes from the households of the review. Open the round first.</source>
        <translation>Diễn biến trong năm tính từ các hộ được rà soát. Hãy mở đợt rà soát trước.</translation>
    </message>
    <message>
        <source>No household is in the round yet. Take in the list of households first.</source>
        <translation>Chưa có hộ nào trong đợt rà soát. Hãy đưa danh sách hộ vào trước.</translation>
    </message>
    <message>
        <source>No review round in this year yet. Open one on the page of the review.</source>
        <translation>Năm này chưa có đợt rà soát. Hãy mở đợt ở mục Rà soát.</translation>
    </message>
    <message>
        <source>Nothing is known of this year yet. Begin with the villages.</source>
        <translation>Chưa có số liệu của năm này. Hãy bắt đầu từ các thôn.</translation>
    </message>
    <message>
        <source>{villages} villages · {residents} resident households · {poor} poor · {near_poor} near-poor</source>
        <translation>{villages} thôn · {residents} hộ dân cư · {poor} hộ nghèo · {near_poor} hộ cận nghèo</translation>
    </message>
    <message>
        <source>Overview of {year}</source>
        <translation>Tổng quan năm {year}</translation>
    </message>
    <message>
        <source>Copied as a picture: {title}</source>
        <translation>Đã sao chép thành hình: {title}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>PaperMaking</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Check the printer and print again.</source>
        <translation>Máy in không nhận trang in. Hãy kiểm tra máy in rồi in lại.</translation>
    </message>
    <message>
        <source>{count} pages were sent to the printer.</source>
        <translation>Đã gửi {count} trang đến máy in.</translation>
    </message>
    <message>
        <source>Making pages: {done} of {total}</source>
        <translation>Đang lập trang: {done}/{total}</translation>
    </message>
    <message>
        <source>Making pages…</source>
        <translation>Đang lập trang…</translation>
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
    <name>PlanLineTable</name>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hộ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
</context>
<context>
    <name>PlanLock</name>
    <message>
        <source>Plan signed – &amp;unlock</source>
        <translation>Kế hoạch đã ký – &amp;bỏ khóa</translation>
    </message>
    <message>
        <source>Mark the plan as &amp;signed</source>
        <translation>Đánh dấu kế hoạch đã &amp;ký</translation>
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
    <name>PlanStep</name>
    <message>
        <source>&amp;Back to the columns</source>
        <translation>&amp;Quay lại các cột</translation>
    </message>
    <message>
        <source>Save the &amp;marked copy…</source>
        <translation>&amp;Lưu bản đánh dấu lỗi…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Nhập</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Không nhận</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Thêm mới</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>{faults} faults in {households} households</source>
        <translation>{faults} lỗi ở {households} hộ</translation>
    </message>
</context>
<context>
    <name>PracticeButton</name>
    <message>
        <source>Practise a form</source>
        <translation>Tập nhập phiếu</translation>
    </message>
    <message>
        <source>A form to try entering and scoring; nothing is kept</source>
        <translation>Phiếu để tập nhập và tính điểm; không lưu gì</translation>
    </message>
    <message>
        <source>Made-up exercise</source>
        <translation>Bài tập có điểm giả định</translation>
    </message>
</context>
<context>
    <name>ProfileCard</name>
    <message>
        <source>Deprivation</source>
        <translation>Thiếu hụt dịch vụ xã hội cơ bản</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>No household was reviewed yet. The indicators will stand here.</source>
        <translation>Chưa có hộ nào được rà soát. Các chỉ số thiếu hụt sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Deprivation of poor households: {place}</source>
        <translation>Thiếu hụt của hộ nghèo: {place}</translation>
    </message>
    <message>
        <source>commune</source>
        <translation>toàn xã</translation>
    </message>
    <message>
        <source>{poor} poor households · poverty rate H {h} · intensity A {a} · adjusted rate M0 {m}</source>
        <translation>{poor} hộ nghèo · tỷ lệ nghèo H {h} · mức độ thiếu hụt A {a} · tỷ lệ điều chỉnh M0 {m}</translation>
    </message>
    <message>
        <source>Rates need the resident households of every village.</source>
        <translation>Cần tổng số hộ dân cư của mọi thôn để tính tỷ lệ.</translation>
    </message>
    <message>
        <source>Base: {residents} resident households; {others} not reviewed count as not poor. Shares of the bars are of the poor households.</source>
        <translation>Tính trên {residents} hộ dân cư; {others} hộ không rà soát được coi là không nghèo. Tỷ lệ ở các thanh tính trên số hộ nghèo.</translation>
    </message>
</context>
<context>
    <name>QuestionTable</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Question number</source>
        <translation>Số</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Household registry</source>
        <translation>Hộ gia đình</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rà soát</translation>
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
        <source>Official tables</source>
        <translation>Biểu tổng hợp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>&amp;Why it does not balance</source>
        <translation>&amp;Lý do chưa cân đối</translation>
    </message>
    <message>
        <source>Whose reason</source>
        <translation>Lý do của nơi nào</translation>
    </message>
    <message>
        <source>for instance: the list of the year before was lost; it prints under tables 2 and 3</source>
        <translation>ví dụ: danh sách năm trước bị thất lạc; lý do in dưới biểu 2 và biểu 3</translation>
    </message>
    <message>
        <source>the whole year</source>
        <translation>cả năm</translation>
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
    <name>RegistryFilters</name>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Filter by the beginning of the code</source>
        <translation>Lọc theo phần đầu mã hộ</translation>
    </message>
    <message>
        <source>Head&apos;s name</source>
        <translation>Tên chủ hộ</translation>
    </message>
    <message>
        <source>Filter by the head&apos;s name, with or without accents</source>
        <translation>Lọc theo tên chủ hộ, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Address, phone</source>
        <translation>Địa chỉ, điện thoại</translation>
    </message>
    <message>
        <source>Filter by address or phone</source>
        <translation>Lọc theo địa chỉ hoặc điện thoại</translation>
    </message>
    <message>
        <source>Filter by village</source>
        <translation>Lọc theo thôn</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Lọc theo tình trạng</translation>
    </message>
    <message>
        <source>Filter by the state of the review</source>
        <translation>Lọc theo tình hình rà soát</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>Mọi thôn</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Mọi tình trạng</translation>
    </message>
    <message>
        <source>No longer in the commune</source>
        <translation>Không còn ở xã</translation>
    </message>
    <message>
        <source>All reviews</source>
        <translation>Mọi phiếu</translation>
    </message>
</context>
<context>
    <name>RegistryWords</name>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân khẩu</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>Dân tộc</translation>
    </message>
    <message>
        <source>Address, phone</source>
        <translation>Địa chỉ, điện thoại</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>Đợt rà soát</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Average living standard</source>
        <translation>Mức sống trung bình</translation>
    </message>
    <message>
        <source>Not poor</source>
        <translation>Không nghèo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Form not finished</source>
        <translation>Phiếu chưa xong</translation>
    </message>
    <message>
        <source>Not in the round</source>
        <translation>Không trong đợt</translation>
    </message>
    <message>
        <source>{status} (so far)</source>
        <translation>{status} (tạm)</translation>
    </message>
</context>
<context>
    <name>ReviewFormView</name>
    <message>
        <source>This is the last form in this direction. Esc goes back to the list.</source>
        <translation>Không còn phiếu nào ở phía này. Esc trở về danh sách.</translation>
    </message>
    <message>
        <source>The household before has no answer to this question.</source>
        <translation>Hộ trước chưa trả lời câu này.</translation>
    </message>
</context>
<context>
    <name>RoundActs</name>
    <message>
        <source>E&amp;nter forms</source>
        <translation>Nhập ph&amp;iếu</translation>
    </message>
    <message>
        <source>&amp;Take in a household…</source>
        <translation>Thêm &amp;hộ có đề nghị…</translation>
    </message>
    <message>
        <source>&amp;Open a round…</source>
        <translation>Mở đợ&amp;t…</translation>
    </message>
    <message>
        <source>&amp;Seal the round…</source>
        <translation>&amp;Khóa sổ…</translation>
    </message>
    <message>
        <source>&amp;Amend a result…</source>
        <translation>Điều &amp;chỉnh kết quả…</translation>
    </message>
    <message>
        <source>{count} households have no complete form yet: finish them first.</source>
        <translation>Còn {count} hộ chưa hoàn thành phiếu: hãy làm xong các phiếu đó trước.</translation>
    </message>
    <message>
        <source>Show these households</source>
        <translation>Xem các hộ này</translation>
    </message>
</context>
<context>
    <name>RoundBoard</name>
    <message>
        <source>Villages of the round</source>
        <translation>Các thôn của đợt rà soát</translation>
    </message>
    <message>
        <source>Households of the round</source>
        <translation>Các hộ của đợt rà soát</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Lọc</translation>
    </message>
    <message>
        <source>head or code</source>
        <translation>chủ hộ, mã hộ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Chưa hoàn thành</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Chưa có phiếu</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Result other than at the opening</source>
        <translation>Khác kết quả đầu kỳ</translation>
    </message>
    <message>
        <source>Whole commune</source>
        <translation>Toàn xã</translation>
    </message>
    <message>
        <source>{count} households</source>
        <translation>{count} hộ</translation>
    </message>
    <message>
        <source>{count} of {all} households</source>
        <translation>{count}/{all} hộ</translation>
    </message>
    <message>
        <source>&amp;Village</source>
        <translation>Thô&amp;n</translation>
    </message>
    <message>
        <source>For&amp;ms</source>
        <translation>&amp;Phiếu</translation>
    </message>
</context>
<context>
    <name>RoundChecks</name>
    <message>
        <source>{count} to look at in this round</source>
        <translation>{count} điều cần xem trong đợt</translation>
    </message>
    <message>
        <source>Calculate by the present area</source>
        <translation>Tính lại theo khu vực hiện nay</translation>
    </message>
    <message>
        <source>Calculate the results again</source>
        <translation>Tính lại kết quả</translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>Review</source>
        <translation>Rà soát</translation>
    </message>
    <message>
        <source>Every form of this round is complete.</source>
        <translation>Mọi phiếu của đợt này đã hoàn thành.</translation>
    </message>
    <message>
        <source>Review of {year}</source>
        <translation>Rà soát năm {year}</translation>
    </message>
    <message>
        <source>No review round in this year yet. Open one: its households are listed here.</source>
        <translation>Năm này chưa có đợt rà soát. Hãy mở đợt; các hộ cần rà soát sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>The household is in the round. Enter opens its form.</source>
        <translation>Đã đưa hộ vào đợt. Bấm Enter để mở phiếu.</translation>
    </message>
    <message>
        <source>The round is sealed: its results are the decided list now.</source>
        <translation>Đã khóa sổ: kết quả của đợt nay là danh sách chính thức.</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>Đợt &amp;rà soát</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Đợt rà soát</translation>
    </message>
    <message>
        <source>Enter on a village lists its households · Enter on a household opens its form</source>
        <translation>Enter ở thôn: xem các hộ của thôn · Enter ở hộ: mở phiếu</translation>
    </message>
</context>
<context>
    <name>RoundPapers</name>
    <message>
        <source>Prin&amp;t…</source>
        <translation>I&amp;n…</translation>
    </message>
    <message>
        <source>Review forms and sheets that explain the results (Ctrl+P)</source>
        <translation>Phiếu rà soát và bản giải thích kết quả (Ctrl+P)</translation>
    </message>
    <message>
        <source>the whole commune</source>
        <translation>toàn xã</translation>
    </message>
    <message>
        <source>Review forms of {place}</source>
        <translation>Phiếu rà soát của {place}</translation>
    </message>
    <message>
        <source>Explained results of {place}</source>
        <translation>Bản giải thích kết quả của {place}</translation>
    </message>
    <message>
        <source>Review form of household {code}</source>
        <translation>Phiếu rà soát của hộ {code}</translation>
    </message>
    <message>
        <source>Explained result of household {code}</source>
        <translation>Bản giải thích kết quả của hộ {code}</translation>
    </message>
</context>
<context>
    <name>RoundProfile</name>
    <message>
        <source>Sh&amp;ow the deprivation</source>
        <translation>&amp;Xem mức thiếu hụt</translation>
    </message>
</context>
<context>
    <name>ScoreComparison</name>
    <message>
        <source>What is to be mended</source>
        <translation>Những chỗ cần sửa</translation>
    </message>
    <message>
        <source>Both entries</source>
        <translation>Hai lần nhập</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Lựa chọn</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>Lần một</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Lần hai</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>tổng</translation>
    </message>
    <message>
        <source>Whole table</source>
        <translation>Cả bảng</translation>
    </message>
</context>
<context>
    <name>ScoreTableSection</name>
    <message>
        <source>Save the Excel template, type the official form into it and load it. A second person types bands and points again; until both agree the table is for practice only.</source>
        <translation>Lưu mẫu Excel, gõ phiếu chính thức vào mẫu rồi nạp. Người thứ hai gõ lại khoảng số và điểm; khi hai lần chưa khớp, bảng chỉ dùng để tập.</translation>
    </message>
    <message>
        <source>B1 score tables</source>
        <translation>Bảng điểm B1</translation>
    </message>
    <message>
        <source>Save Excel &amp;template…</source>
        <translation>&amp;Lưu mẫu Excel…</translation>
    </message>
    <message>
        <source>&amp;Load score table…</source>
        <translation>&amp;Nạp bảng điểm…</translation>
    </message>
    <message>
        <source>&amp;Check a second time…</source>
        <translation>&amp;Kiểm tra lần hai…</translation>
    </message>
    <message>
        <source>&amp;Export for other communes…</source>
        <translation>&amp;Xuất cho xã khác…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Xó&amp;a</translation>
    </message>
    <message>
        <source>region not chosen yet</source>
        <translation>chưa chọn vùng</translation>
    </message>
    <message>
        <source>Urban</source>
        <translation>Thành thị</translation>
    </message>
    <message>
        <source>Rural, {region}</source>
        <translation>Nông thôn, {region}</translation>
    </message>
    <message>
        <source>exercise: for trying the form only, never for a round</source>
        <translation>bài tập: chỉ để tập nhập phiếu, không dùng cho đợt rà soát</translation>
    </message>
    <message>
        <source>not loaded: choose the region of the office above first</source>
        <translation>chưa nạp: hãy chọn vùng của đơn vị ở phía trên trước</translation>
    </message>
    <message>
        <source>not loaded: save the template and type the official form into it</source>
        <translation>chưa nạp: lưu mẫu Excel và gõ phiếu chính thức vào mẫu</translation>
    </message>
    <message>
        <source>typed by {name}, {date}</source>
        <translation>người nhập: {name}, {date}</translation>
    </message>
    <message>
        <source>checked by {name}, {date}</source>
        <translation>người kiểm tra: {name}, {date}</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>đã kiểm tra</translation>
    </message>
    <message>
        <source>draft: waits for a second person</source>
        <translation>bản nháp: chờ người thứ hai</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>bài tập</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Lưu mẫu nhập bảng điểm</translation>
    </message>
    <message>
        <source>Saved: {file}. Type into it in Excel, then load it here.</source>
        <translation>Đã lưu: {file}. Hãy gõ vào mẫu bằng Excel rồi nạp ở đây.</translation>
    </message>
    <message>
        <source>Saved: {file}. The second person types bands and points into it, then “Check a second time”.</source>
        <translation>Đã lưu: {file}. Người thứ hai gõ khoảng số và điểm vào mẫu, rồi bấm “Kiểm tra lần hai”.</translation>
    </message>
    <message>
        <source>Load a score table</source>
        <translation>Nạp bảng điểm</translation>
    </message>
    <message>
        <source>Loaded as a draft: {file}. Save the Excel template for the second person.</source>
        <translation>Đã nạp bản nháp: {file}. Hãy lưu mẫu Excel cho người thứ hai nhập lại.</translation>
    </message>
    <message>
        <source>{file} is in the list already; nothing was changed.</source>
        <translation>{file} đã có trong danh sách, không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Loaded, checked by two people: {file}</source>
        <translation>Đã nạp bảng điểm hai người đã kiểm tra: {file}</translation>
    </message>
    <message>
        <source>Loaded as an exercise: {file}</source>
        <translation>Đã nạp bài tập: {file}</translation>
    </message>
    <message>
        <source>Load the second entry</source>
        <translation>Chọn tệp nhập lần hai</translation>
    </message>
    <message>
        <source>Both entries agree in {count} cells; the table is checked.</source>
        <translation>Hai lần nhập khớp nhau ở cả {count} ô; bảng điểm đã được kiểm tra.</translation>
    </message>
    <message>
        <source>Both entries agree in {count} cells; the exercise stays an exercise.</source>
        <translation>Hai lần nhập khớp nhau ở cả {count} ô; bảng này vẫn chỉ là bài tập.</translation>
    </message>
    <message>
        <source>The two entries differ in {count} places; nothing was changed. Compare with the paper form.</source>
        <translation>Hai lần nhập khác nhau ở {count} chỗ, chưa có gì thay đổi. Hãy đối chiếu với phiếu giấy.</translation>
    </message>
    <message>
        <source>Export the score table</source>
        <translation>Xuất bảng điểm cho xã khác</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Removed; Ctrl+Z brings it back.</source>
        <translation>Đã xóa; bấm Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>Workbooks ({endings})</source>
        <translation>Bảng tính ({endings})</translation>
    </message>
</context>
<context>
    <name>SealingLine</name>
    <message>
        <source>Seal the round</source>
        <translation>Khóa sổ đợt rà soát</translation>
    </message>
    <message>
        <source>Seal…</source>
        <translation>Khóa sổ…</translation>
    </message>
    <message>
        <source>Sealed on</source>
        <translation>Ngày khóa sổ</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Số quyết định</translation>
    </message>
    <message>
        <source>for instance 125/QĐ-UBND</source>
        <translation>ví dụ 125/QĐ-UBND</translation>
    </message>
    <message>
        <source>All forms are complete. What the round found becomes the decided list.</source>
        <translation>Các phiếu đã hoàn thành. Khóa sổ rồi thì kết quả của đợt thành danh sách chính thức.</translation>
    </message>
    <message>
        <source>Seal the round on {date}?</source>
        <translation>Khóa sổ đợt rà soát ngày {date}?</translation>
    </message>
    <message>
        <source>This cannot be undone. From then on its forms are read only and amended with a reason.</source>
        <translation>Việc này không hoàn tác được. Từ đó phiếu chỉ xem; muốn sửa phải lập điều chỉnh có lý do.</translation>
    </message>
    <message>
        <source>{count} results are calculated again first: area, points or law changed meanwhile.</source>
        <translation>Kết quả của {count} hộ sẽ được tính lại trước khi khóa, vì khu vực, bảng điểm hoặc quy định đã thay đổi sau khi nhập phiếu.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>B1 score tables</source>
        <translation>Bảng điểm B1</translation>
    </message>
    <message>
        <source>Figures of former years</source>
        <translation>Số liệu các năm trước</translation>
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
    <name>SharingOut</name>
    <message>
        <source>Assigned from &amp;above (households)</source>
        <translation>&amp;Cấp trên giao (hộ)</translation>
    </message>
    <message>
        <source>Households, or percentage points with %: 2,00 %</source>
        <translation>Số hộ, hoặc điểm phần trăm kèm dấu %: 2,00 %</translation>
    </message>
    <message>
        <source>Minority</source>
        <translation>DTTS</translation>
    </message>
    <message>
        <source>Ethnic-minority households among them, shared out by the minority poor; with % in points</source>
        <translation>Số hộ dân tộc thiểu số trong đó, phân bổ theo số hộ nghèo DTTS; gõ kèm % nếu là điểm phần trăm</translation>
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
        <source>by households that can leave</source>
        <translation>theo số hộ có khả năng thoát nghèo</translation>
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
        <source>&amp;Limits…</source>
        <translation>&amp;Giới hạn…</translation>
    </message>
    <message>
        <source>Least, most and fixed households of each village; F4 fixes the reductions of the chosen lines</source>
        <translation>Số hộ ít nhất, nhiều nhất, cố định của từng dòng; F4 giữ cố định số giảm của các dòng đang chọn</translation>
    </message>
    <message>
        <source>Enter how many households are to be shared out.</source>
        <translation>Hãy nhập số hộ cần phân bổ.</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>The template&apos;s sheet</source>
        <translation>Trang tính của tệp mẫu</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Poor household</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Near-poor household</source>
        <translation>Hộ cận nghèo</translation>
    </message>
    <message>
        <source>Household of average living standard</source>
        <translation>Hộ có mức sống trung bình</translation>
    </message>
    <message>
        <source>Household not poor</source>
        <translation>Hộ không nghèo</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Chưa kết luận</translation>
    </message>
    <message>
        <source>One question is not answered yet.</source>
        <translation>Còn 1 câu chưa trả lời.</translation>
    </message>
    <message>
        <source>{count} questions are not answered yet.</source>
        <translation>Còn {count} câu chưa trả lời.</translation>
    </message>
    <message>
        <source>{count} answered “don&apos;t know”.</source>
        <translation>{count} câu không biết.</translation>
    </message>
    <message>
        <source>Whatever they are, it will be: {names}.</source>
        <translation>Dù trả lời thế nào, kết quả sẽ là: {names}.</translation>
    </message>
    <message>
        <source>Still possible: {names}.</source>
        <translation>Có thể là: {names}.</translation>
    </message>
    <message>
        <source>Sheet A: not known yet whether sheet B is to be filled in.</source>
        <translation>Phiếu A: chưa rõ có phải lập Phiếu B hay không.</translation>
    </message>
    <message>
        <source>Sheet A: sheet B is to be filled in.</source>
        <translation>Phiếu A: phải lập Phiếu B.</translation>
    </message>
    <message>
        <source>Sheet A: too few signs of poverty, sheet B need not be filled in.</source>
        <translation>Phiếu A: chưa đủ dấu hiệu, không phải lập Phiếu B.</translation>
    </message>
    <message>
        <source> · {count} questions left</source>
        <translation> · còn {count} câu</translation>
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
        <source>By: {sources}. F1 explains.</source>
        <translation>Căn cứ: {sources}. F1 giải thích.</translation>
    </message>
    <message>
        <source>Not held against the official text.</source>
        <translation>Chưa đối chiếu với văn bản chính thức.</translation>
    </message>
    <message>
        <source>By the province&apos;s own standard: {status}</source>
        <translation>Theo chuẩn của tỉnh: {status}</translation>
    </message>
    <message>
        <source>{count} indicators more deprived would make it: {status}.</source>
        <translation>Thêm {count} chỉ số thiếu hụt thì thành {status}.</translation>
    </message>
    <message>
        <source>{count} indicators fewer deprived would make it: {status}.</source>
        <translation>Bớt {count} chỉ số thiếu hụt thì thành {status}.</translation>
    </message>
    <message>
        <source>Any one indicator more deprived would make it: {status}.</source>
        <translation>Chỉ cần thiếu hụt thêm một chỉ số thì thành {status}.</translation>
    </message>
    <message>
        <source>Deprived in {names} too, it would be: {status}.</source>
        <translation>Nếu thiếu hụt thêm {names} thì thành {status}.</translation>
    </message>
    <message>
        <source>No longer deprived in {names}, it would be: {status}.</source>
        <translation>Nếu {names} được khắc phục thì thành {status}.</translation>
    </message>
    <message>
        <source>No longer deprived in any one of {names}, it would be: {status}.</source>
        <translation>Chỉ cần khắc phục một trong các chỉ số {names} thì thành {status}.</translation>
    </message>
    <message>
        <source>{amount} points of B1 more would make it: {status}.</source>
        <translation>B1 thêm {amount} điểm thì thành {status}.</translation>
    </message>
    <message>
        <source>{amount} points of B1 fewer would make it: {status}.</source>
        <translation>B1 bớt {amount} điểm thì thành {status}.</translation>
    </message>
    <message>
        <source>An income {amount} đồng higher would make it: {status}.</source>
        <translation>Thu nhập thêm {amount} đồng thì thành {status}.</translation>
    </message>
    <message>
        <source>An income {amount} đồng lower would make it: {status}.</source>
        <translation>Thu nhập bớt {amount} đồng thì thành {status}.</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Thu nhập</translation>
    </message>
    <message>
        <source>Deprived indicators</source>
        <translation>Số chỉ số thiếu hụt</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>chưa đối chiếu</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>Point to the Excel template of the office above, as it came: the program looks for the table in it, shows which cell takes which figure, and writes only these cells into a new file. It is bound once; from then on it is filled with one press.</source>
        <translation>Chọn đúng tệp mẫu Excel cấp trên gửi: chương trình tìm biểu trong tệp, cho xem ô nào ghi số liệu nào, rồi chỉ ghi các ô đó vào một tệp mới. Chỉ phải gắn một lần; từ lần sau bấm Ghi là xong.</translation>
    </message>
    <message>
        <source>&amp;Choose the template…</source>
        <translation>&amp;Chọn tệp mẫu…</translation>
    </message>
    <message>
        <source>Templates bound before</source>
        <translation>Các tệp mẫu đã gắn</translation>
    </message>
    <message>
        <source>Enter opens the template · Delete forgets how it was bound</source>
        <translation>Enter mở tệp mẫu · Delete bỏ cách gắn</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Tệp mẫu</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Biểu</translation>
    </message>
    <message>
        <source>Bound on</source>
        <translation>Ngày gắn</translation>
    </message>
    <message>
        <source>Bound by</source>
        <translation>Người gắn</translation>
    </message>
</context>
<context>
    <name>TablePapers</name>
    <message>
        <source>Save the tables</source>
        <translation>Lưu biểu</translation>
    </message>
    <message>
        <source>This table</source>
        <translation>Biểu này</translation>
    </message>
    <message>
        <source>All fifteen tables</source>
        <translation>Cả 15 biểu</translation>
    </message>
    <message>
        <source>What is printed or saved</source>
        <translation>Nội dung in hoặc lưu</translation>
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
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
</context>
<context>
    <name>TablesPage</name>
    <message>
        <source>Official tables</source>
        <translation>Biểu tổng hợp</translation>
    </message>
    <message>
        <source>Fill the office above&apos;s &amp;template…</source>
        <translation>Ghi vào mẫ&amp;u của cấp trên…</translation>
    </message>
    <message>
        <source>Enter or F2 on a figure shows its households · Ctrl+C copies · Ctrl+P prints</source>
        <translation>Enter hoặc F2 tại một số để xem các hộ · Ctrl+C sao chép · Ctrl+P in</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã hộ</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Thôn</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Số đếm</translation>
    </message>
    <message>
        <source>Households behind the figure</source>
        <translation>Các hộ được đếm trong số này</translation>
    </message>
    <message>
        <source>&amp;Course of the year…</source>
        <translation>&amp;Diễn biến trong năm…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Biểu</translation>
    </message>
    <message>
        <source>Something of this table is to be looked at</source>
        <translation>Biểu này có điều cần xem</translation>
    </message>
    <message>
        <source>The tables are being drawn up…</source>
        <translation>Đang lập các biểu…</translation>
    </message>
    <message>
        <source>No household stands behind this cell.</source>
        <translation>Ô này không có danh sách hộ kèm theo.</translation>
    </message>
    <message>
        <source>{place} · {column}: {count} households</source>
        <translation>{place} · {column}: {count} hộ</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Biểu {number}</translation>
    </message>
    <message>
        <source>and {count} more to look at</source>
        <translation>và {count} điều khác cần xem</translation>
    </message>
    <message>
        <source>Chosen: {cells} cells · sum {sum}</source>
        <translation>Chọn {cells} ô · Tổng {sum}</translation>
    </message>
    <message>
        <source>Official tables of {year}</source>
        <translation>Biểu tổng hợp {year}</translation>
    </message>
    <message>
        <source>Go to the course</source>
        <translation>Sang diễn biến</translation>
    </message>
</context>
<context>
    <name>TargetSummary</name>
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
        <source>&amp;Import from Excel…</source>
        <translation>&amp;Nhập từ Excel…</translation>
    </message>
    <message>
        <source>Remove the village</source>
        <translation>Bỏ thôn này</translation>
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
    <name>TemplateFillPage</name>
    <message>
        <source>Fill the office above&apos;s template</source>
        <translation>Ghi vào mẫu của cấp trên</translation>
    </message>
    <message>
        <source>Excel templates</source>
        <translation>Tệp mẫu Excel</translation>
    </message>
    <message>
        <source>table {number} of {year}</source>
        <translation>biểu {number} năm {year}</translation>
    </message>
    <message>
        <source>Write the filled template</source>
        <translation>Ghi mẫu đã điền</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Biểu {number}</translation>
    </message>
    <message>
        <source>Official table</source>
        <translation>Biểu cần ghi</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>&amp;Another template…</source>
        <translation>Tệp mẫu &amp;khác…</translation>
    </message>
    <message>
        <source>&amp;Bind anew</source>
        <translation>Gắn &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Keep the binding</source>
        <translation>&amp;Giữ cách gắn</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>G&amp;hi ra tệp…</translation>
    </message>
    <message>
        <source>Sheet {name}</source>
        <translation>Trang tính {name}</translation>
    </message>
    <message>
        <source>{file}: {columns} of {all_columns} columns and {rows} of {all_rows} lines are bound. {standing}</source>
        <translation>{file}: đã gắn {columns}/{all_columns} cột, {rows}/{all_rows} dòng. {standing}</translation>
    </message>
    <message>
        <source>Kept: it can be written.</source>
        <translation>Đã giữ cách gắn, ghi ra tệp được.</translation>
    </message>
    <message>
        <source>It was changed since: bind it anew.</source>
        <translation>Tệp mẫu đã đổi: hãy gắn lại.</translation>
    </message>
    <message>
        <source>The file is read only, so the binding cannot be kept.</source>
        <translation>Tệp chỉ đọc nên không giữ được cách gắn.</translation>
    </message>
    <message>
        <source>Look it over, then keep it.</source>
        <translation>Hãy xem lại rồi giữ cách gắn.</translation>
    </message>
    <message>
        <source>{count} to settle before it can be kept.</source>
        <translation>Còn {count} chỗ phải gắn hoặc bỏ qua.</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Đang đọc {file}…</translation>
    </message>
    <message>
        <source>The template is not as it was when it was bound: {count} places. Nothing is written into it.</source>
        <translation>Tệp mẫu không còn như khi gắn: {count} chỗ đã khác, nên chưa ghi gì vào mẫu.</translation>
    </message>
    <message>
        <source>Bind anew</source>
        <translation>Gắn lại</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>and {count} more to look at</source>
        <translation>và {count} điều khác cần xem</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Go to the course</source>
        <translation>Sang diễn biến</translation>
    </message>
</context>
<context>
    <name>TemplateWriting</name>
    <message>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
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
        <source>Sharing out</source>
        <translation>Phân bổ</translation>
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
        <source>Actual</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>Unit above</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>The unit the commune stands under in the tables; leave it blank where there is none</source>
        <translation>Đơn vị mà xã được xếp vào trong các biểu (huyện cũ, cụm, khu vực); để trống nếu không có</translation>
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
        <source>Near-poor rate (%)</source>
        <translation>Tỷ lệ cận nghèo (%)</translation>
    </message>
    <message>
        <source>Minority poor</source>
        <translation>Hộ nghèo DTTS</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân khẩu</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Ít nhất</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Nhiều nhất</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Cố định</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Số giao</translation>
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
        <source>Near-poor reduction</source>
        <translation>Giảm cận nghèo</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Đã đăng ký</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Có tên</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Lệch</translation>
    </message>
    <message>
        <source>Near-poor registered</source>
        <translation>Cận nghèo đăng ký</translation>
    </message>
    <message>
        <source>Near-poor named</source>
        <translation>Cận nghèo có tên</translation>
    </message>
    <message>
        <source>% of plan</source>
        <translation>% kế hoạch</translation>
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
        <source>Ethnic-minority households among the poor at the beginning of the year</source>
        <translation>Số hộ dân tộc thiểu số trong số hộ nghèo đầu năm</translation>
    </message>
    <message>
        <source>All resident people</source>
        <translation>Tất cả nhân khẩu cư trú</translation>
    </message>
    <message>
        <source>Sharing out gives at least so many households</source>
        <translation>Phân bổ ít nhất bấy nhiêu hộ</translation>
    </message>
    <message>
        <source>Sharing out gives at most so many households</source>
        <translation>Phân bổ nhiều nhất bấy nhiêu hộ</translation>
    </message>
    <message>
        <source>Sharing out gives exactly so many households; F4 fixes the reduction as it stands</source>
        <translation>Phân bổ đúng bấy nhiêu hộ; F4 giữ cố định số giảm đang có</translation>
    </message>
    <message>
        <source>Households assigned by the office above</source>
        <translation>Số hộ cấp trên giao</translation>
    </message>
    <message>
        <source>Households planned to leave poverty in the year; 2,00 % in points of all households</source>
        <translation>Số hộ dự kiến thoát nghèo trong năm; gõ 2,00 % nếu tính theo điểm phần trăm của tổng số hộ</translation>
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
        <source>Near-poor households planned to leave the list in the year</source>
        <translation>Số hộ dự kiến thoát cận nghèo trong năm</translation>
    </message>
    <message>
        <source>Households that registered to leave poverty</source>
        <translation>Số hộ đã đăng ký thoát nghèo</translation>
    </message>
    <message>
        <source>Length of the list of names; Enter opens it</source>
        <translation>Số hộ trong danh sách đăng ký; nhấn Enter để mở danh sách</translation>
    </message>
    <message>
        <source>Named (registered as long as nobody is named) less the assigned number</source>
        <translation>Số có tên (chưa có tên thì số đã đăng ký) trừ số giao</translation>
    </message>
    <message>
        <source>Households that registered to leave the near-poor list</source>
        <translation>Số hộ đã đăng ký thoát cận nghèo</translation>
    </message>
    <message>
        <source>Length of the list of near-poor names; Enter opens it</source>
        <translation>Số hộ cận nghèo trong danh sách; nhấn Enter để mở danh sách</translation>
    </message>
    <message>
        <source>Near-poor households left as planned</source>
        <translation>Số hộ cận nghèo còn lại theo kế hoạch</translation>
    </message>
    <message>
        <source>Poor households fewer on the closing list than on the opening one</source>
        <translation>Số hộ nghèo cuối kỳ ít hơn đầu kỳ theo kết quả rà soát</translation>
    </message>
    <message>
        <source>Actual reduction in percent of the planned one</source>
        <translation>Số giảm thực hiện so với kế hoạch</translation>
    </message>
    <message>
        <source>Poor households on the list of the closed round</source>
        <translation>Số hộ nghèo trong danh sách của đợt rà soát đã khóa</translation>
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
