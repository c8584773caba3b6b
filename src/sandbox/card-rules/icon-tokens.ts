/**
 * The platform's published icon library (2025-03-28): 854 outlined, 287 filled and 13 colourful icons. A card names one by
 * `name_kind`, such as `chat-forbidden_outlined`.
 */
/** Drawn outlined and filled. */
const bothKinds = `
add alarm-clock alerts-off annotate announce app app-default approval arrange attachment ban ban-cancel
bell bluetooth boards breakoutrooms building business-card buzz calendar calendar-1 calendar-10
calendar-11 calendar-12 calendar-13 calendar-14 calendar-15 calendar-16 calendar-17 calendar-18
calendar-19 calendar-2 calendar-20 calendar-21 calendar-22 calendar-23 calendar-24 calendar-25 calendar-26
calendar-27 calendar-28 calendar-29 calendar-3 calendar-30 calendar-31 calendar-4 calendar-5 calendar-6
calendar-7 calendar-8 calendar-9 calendar-chat call call-end call-net call-secret call-video camera
cancel-link cellphone chat chat-all chat-done chat-news chat-pin chat-secret chat-topic close
community-tab computer contacts copy delete delete-trash describe down-round ear effects emoji expand-down
external feedback file-link-video flag folder forward forward-all forward-com gift-bag grid-view group
helpdesk hirelogo history history-search home host-control inbox info join-meeting label-custom labs
language later leaveroom like link-copy livestream livestream-start local lock lowerhand mail maybe meego
member mic mic-off more-add mouse multistreaming myfolder new-join-meeting no officephone organization pc
person-remove pin raisehand record reply reply-all reply-cn resolve robot room safe safe-vc score send
setting setting-inter share share-screen sharelink sip space space-sharedfolder speaker speaker-mute
special-attention status-meeting status-trip status-vacation subtitles tab-todo tag thumbdown thumbsup
time todo up video video-off virtual-office visible visible-lock vote warning wiki wiki-book workorder
workspace yes`;

/** Drawn outlined only. */
const outlinedOnly = `
active-speaker-view add-app add-bold add-button add-chat add-comment add-dictionary add-doc add-entry
add-middle add-sheet add-trustparty addnew adjustment admin admin-cancel admin-multistage admin-setting
advanced-actived alarm album align-button align-center align-left align-middle align-right align-top all
allmail appstore archive arrow arrow-down arrow-left arrow-up assigned asterisk at auto-layout av-set-down
av-set-up back-tab barrage-off big-eye bitable-authorization bitable-lock bitable-move-down
bitable-move-up bitableform bitablegallery bitablegantt bitablegrid bitablekanban bitableunknow blocknew
blur bold bonus-payroll border borders bottom-align briefcase bring-front browser-mac browser-win
brush-bold brush-light brush-medium buffing building-unavailable bulk-add burnlife-day burnlife-hour
burnlife-minute burnlife-notime burnlife-week busy cal-creator calendar-add calendar-date calendar-done
calendar-edit calendar-line calendar-setting calendar-slide calendar-switch calendar-tittle
calendar-tomorrow calendar-view callout camera-flip cancel-buzz cancel-collection cancel-freeze
cancel-offline cancel-richtext cancel-top-align card card-search card-view ccm-edit ccm-edit-continue
ccm-filter ccm-next ccm-outbox ccm-paste ccm-previous ccm-rename ccm-replace ccm-richtext
ccm-straight-line ccm-upload center-alignment chat-forbidden chat-left chat-right chat-search-solid
chatbox chatbox-remove check circularend-point clear clip close-bold close-small cloud cloud-change
cloud-download cloud-upload code codeblock collapse collapse-keyboard collection columnwidth command
comment-number-a comment-subscribe company connect controller copy-and-paste-item cover-setting
creat-folder crop cursor customize-size data-sheet day delete-app details dialpad disbandgroup discuss
disorde-list disorder-list divider doc doc-checklist doc-comment doc-replace doc-search done
dotted-dotted-line down down-bold down-borders down-bottom down-expand down-right download download-image
draft drag drawio driveload edit edit-continue edit-discription education efficiency ellipse emoji-add
emoji-keyboard eraser expand expand-items export face-lift feed-read feed-unread feishuclip figure
file-bitable file-link-audio file-link-audio-shortcut file-link-bitable file-link-deta file-link-docx
file-link-docx-shortcut file-link-excel file-link-excel-shortcut file-link-image file-link-image-shortcut
file-link-mindnote file-link-otherfile file-link-otherfile-shortcut file-link-pdf file-link-pdf-shortcut
file-link-ppt file-link-ppt-shortcut file-link-sheet file-link-slide file-link-slide-shortcut
file-link-text file-link-text-shortcut file-link-unknow file-link-unknow-shortcut file-link-video-shortcut
file-link-wiki file-link-wiki-shortcut file-link-word file-link-word2 file-link-word2-shortcut
file-link-zip file-link-zip-shortcut filelink-bitable-shortcut filelink-save fill-frame filter
find-and-replace find-app fit-to-frame flag-unavailable flip-horizontally flip-vertically floating-view
folder-add follow following fontcolor form-brush formula foryou frame-selection freeze-1-column
freeze-column-and-row freeze-row full-width functions ganttset gift gift-bag-linear global-trianglesmall
googledrive graduation gridlines gridlines-hide group-card group-selection h1 h2 h3 h4 h5 h6 h7 h8 h9 hash
hashtag helpdesk-off hide-toolbar high-light-repeatvalue highlighter highlightranks history-commant hn
horizontal-line hot image image-fail image-replacement image-search import increase-indentation
indeterminate inner-borders insert-chart insert-column-left insert-column-right insert-columns insert-down
insert-left insert-right insert-row-down insert-row-up insert-up internet into-item invisible italic jira
jira-issue justify-text kanban keyboard keyboard-display label-add label-change label-remove lan lark
larkfriends laser latex left left-alignment left-bold left-borders left-small-ccm like-line
line-arend-point line-feed link-lock link-record lipstick list list-check list-check-bold list-filter
list-setting list-view listview livestream-content livestream-hybrid loading logout long-figure lookup
lottery-bag magnify magnify-left mail-code mail-collaborator mail-contact mail-setting mark mark-read
massage-box-mute massage-box-out maximize-win meeting-plan meeting-room-offline member-add member-new menu
mergecells message-mute mic-outline mindmap mindmap-down mindmap-left mindmap-right mindmap-side mindnote
minify minimize minimize-win moments-categories more more-bold more-close more-reaction more-vertical
mosaic mosaic-box mosaic-smear move move-down move-selected move-to move-up msgcard-rectangle
multi-elementalign-bottom multi-elementalign-center multi-elementalign-left multi-elementalign-middle
multi-elementalign-right multi-elementalign-top multiple multitask multitask-1 multitask-2 multitask-3
multitask-4 multitask-5 navigate navigation-button nearby-group new-item new-shortcut night no-borders
notspam number number-0 number-00 numbered-list-continued numbered-list-new numbered-list-restart offline
okr operationrecord orde-list order-list organization-book original-size original-size-view
original-size-wiew outbox outer-borders outline paperbag paste pause-livestream pen pencilkit person-admit
phone picture-in-picture platform plugin podcast poll presentation preview preview-view print printer
priority privacy-location proportion protect-range pull-down pull-left pull-right push-left qr
quick-access quicksetting ram readinfo recall rectangle redo reduce reduce-indentation reference refresh
repeat replace report resize return-item revolve richtext richtext-quit right right-alignment right-bold
right-borders right-small-ccm robot-add room-unavailable rotate rotate-slice round-add row-extratall
row-height row-medium row-tall rowheightsheet safe-pass safe-settings scan scene-expand scene-minimaze
scene-reupload screen-rotation screenshots search search-outline select select-all select-character
select-down select-line select-up sent sent-back sent-cancel sent-scheduled separate sepwindow set-as-text
set-left set-top set-top-cancel shape share-computer-audio share-label sheet sheet-bar sheet-bitable
sheet-cardmodel sheet-combo sheet-conditionalformat sheet-currency sheet-datareference
sheet-dataverification sheet-dollar sheet-fontminus sheet-fontplus sheet-gauge sheet-histogram sheet-line
sheet-menu sheet-onedatareference sheet-pareto sheet-percent sheet-pie sheet-scatter sheet-sign
sheet-slash sheet-table sheet-text-columns sheet-wordcloud short-cuts show-feed show-toolbar side-expand
side-fold sidebar signal signature slides-mode sor-a-to-z sor-z-to-a sort sort-a-to-z sort-z-to-a
space-down space-down-bold space-group space-up space-up-bold spam speaking square-dotted-line
squarend-point start stop stop-demote stop-promote stop-share-screen storage straight-line strikethrough
style style-fillcolor style-fontcolor style-hightlight style-set submit-feedback subscribe subscribe-add
subscribe-cancel subtitle-setting subtitles-settings switch switch-completion switch-item tab-down tab-fix
tab-more tab-release table-group take-action team-add team-code template tex text text-aa text2 textstyle
time-zone tool-addblock tool-indent tool-outdent toolbar-toggle top-align touch-up transfersheet translate
treelist triangularend-point trustparty tuodong typography uml underline undo unmaximize-win unmultitask
unpin unread untag untext up-bold up-borders up-expand up-left up-round up-top update-log updatemeeting
upload upload-new-file uploadfile uploadfolder ux-fill-color ux-font-color ux-highlight vc-drag
vc-sepwindow version vertical-align video-upload view view-3day view-day view-list view-month view-task
view-video viewinchat virtual-avatar virtual-bg voice voice-text voice2text w1-h1 w16-h9 w3-h4 w4-h3
w9-h16 waiting wallet warn-report watch-page-settings web-card whiteboard widelist wiki-doc-shortcut
wiki-mindnote-shortcut wiki-sheet-shortcut wikilink wikitreelistblod window-close window-max window-mini
window-new withdrawcohost wrap wrapping zoom-in zoom-out`;

/** Drawn filled only. */
const filledOnly = `
activity addmedia approval-single calendar-chat-avatar calendar-down calendar-left calendar-right
calendar-up call-out chat-trans close-banner coding-test collect danmu-off danmu-on diagnose empty error
error-hollow exchange expand-left expand-right expand-up female gadget gif google group-add group-exit
headphone hide-sidebar hub info-hollow interview-space jobs lark-logo livestream-ing loadfail lock-chat
lock-open luckmoney mac magic-share male meeting minutes-logo move-bottom move-top multi-folder next-play
nopicture note pause pause-round person-add photo-album play play-round premium-gleam previous-play
referrals reject scroll sheet-iconsets-caution sheet-iconsets-check sheet-iconsets-cross
sheet-iconsets-decrease sheet-iconsets-diamond sheet-iconsets-down-grey sheet-iconsets-greycircle
sheet-iconsets-heart-100 sheet-iconsets-increase sheet-iconsets-redflag sheet-iconsets-right-grey
sheet-iconsets-rightdown-grey sheet-iconsets-rightup-grey sheet-iconsets-stable sheet-iconsets-star-100
sheet-iconsets-thumbsdown sheet-iconsets-thumbsup sheet-iconsets-triangle sheet-iconsets-up-grey
show-sidebar space-myspace speed stop-record succeed succeed-hollow tab-app tab-chat tab-collect
tab-community tab-contacts tab-drive tab-mail tab-minutes tab-pin tab-tag tab-video tab-wiki vc-reaction
vc-toolbar-down vc-toolbar-up verify view-in-chat warning-hollow wechat wechat-friend weibo wiki-space
wins workorder-close`;

/** Drawn in colours of their own. */
const colourful = `
apaas approval calendar file-form file-lark-minutes hirelogo lark-logo larkcommunity meego myai todo vote
wiki-bitable`;

const words = (names: string): string[] => names.trim().split(/\s+/);

/** Every token of the library. */
export const iconTokens: ReadonlySet<string> = new Set([
  ...words(bothKinds).flatMap((name) => [`${name}_outlined`, `${name}_filled`]),
  ...words(outlinedOnly).map((name) => `${name}_outlined`),
  ...words(filledOnly).map((name) => `${name}_filled`),
  ...words(colourful).map((name) => `${name}_colorful`),
]);

/** Whether the published library has an icon of this name. */
export function isIconToken(token: string): boolean {
  return iconTokens.has(token);
}
