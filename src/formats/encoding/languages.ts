/** How the writing of a language is made up, as far as telling encodings apart needs it. */
export type Language = {
  /** ISO 15924 script codes as Unicode writes them. */
  readonly script: 'Latin' | 'Cyrillic' | 'Greek' | 'Hebrew' | 'Arabic' | 'Thai' | 'Hangul' | 'Han'
  /** Its characters in lower case, most frequent first. */
  readonly frequent: string
}

// The orders are rough and written by hand from general knowledge: letters of a language, syllables
// of Korean names (census of the Republic of Korea, 2015) and of firms, places and plain words,
// characters of Chinese names, firms and places. An order that is off costs a bit here and there.

const koreanNames =
  '김이박서윤지민우준현정하은유아연최원진예주시수성재영강호조한도율안채나승태다희빈임신소장오찬인린송전권' +
  '온황후건세경훈가리혜홍양규선혁동고문손환라배효백석솔노허해남상심로보미기형림제구설용곽차운철일국왕' +
  '명학식춘순옥복숙화향금룡월길련광천만덕필섭창균덕봉류련룡렬량평남녀두변엄방탁피마반'
const koreanWords =
  '의에고을는기를자사부대로그어스공관과무회업국들것면니와게간비적중생내실분산행법물계체교당또개품역외출입' +
  '결력등여있라모초작단본타러터발위통청약집합종급트치할된요음야북평조함진개장군도시읍동리로길호번구역' +
  '대한민주의인공화당총노회사식책임투자은행무역상건설술보학연소장파견해박항운선료탄석광물품공장기관처' +
  '이름주소국적생년월일성별번화이메성여직업비고목록외람신분증권호컴퓨프램개발자온라엔버켓네워클디플'

const chineseNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任' +
  '文明华国志海建平林春玉金英德军红云晓小永新天成东伟丽芳生秀光荣龙永庆子敏杰宇佳嘉雨梅兰桂凤珍芬香霞' +
  '沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '静强磊洋勇艳娟涛超刚辉鹏飞波斌浩凯健俊峰帆帅旭宁欢阳亮玲燕丹雪琳婷慧颖娜倩洁晶莹欣怡悦雅琴爱菊月莲' +
  '淑翠蓉美梦瑶薇诗涵梓萱轩然泽博思远诺妍可馨语嫣紫彤若曦佩蕾蓓琼瑾瑜璐瑞琦琪珊珠玥玮珂瑛璇家豪振兴福' +
  '贵宝财富发旺昌盛茂耀祖宗绍祥继承立功卫星保民学良兆丰世士仁义礼智信忠孝廉恩润泉河清源渊深炎炳煜熙烨' +
  '焕灿炜炫坤培基增墨友谊彦彬彪征心忆念怀恒惠慈懿扬抗捷政敬旋旗昊昕昭显晋晖晗晟晨景晴暄曙曼朋朗望松柏' +
  '柯柳栋树根桐梁楚楠榕森欧阳歌正水汉池沁泊泰洲涵淇添渝湘滔潇澄全有元中大山长才进顺安洪少开传宏树仕启' +
  '铭锋锐钢铁铃银锦镇群胜利莎芝苗茹菲葵薛虎虹蝶衡裕西言诚谦贤赛越路辰连道邦郁采钧长青韵音顶项顺风骏鸿鹤麟齐'
const chineseWords =
  '的一是不在人有我他这了们来上个到说为和你地出也时年得就那要下以会自着去之过对她里后多能好都没日于起' +
  '限公司贸易进口实业集团科技展际商务股份厂部局委员研究院所投资船舶输航物流矿产服装饭店酒楼旅游代理' +
  '北京市省县区街号村镇乡辽连吉延边珲黑哈尔滨岛烟台威港澳门湾津上州广圳浙路室单号楼' +
  '朝鲜壤主共和劳党总书记将队名址性别男女籍证件护照码电话邮箱职位期称法定表者身备注类型状态编姓出' +
  '分现动机关政府社会经济工农第二三四五六七八九十百千亿些样问题定果但等与并及其此由被从各种条给使合情' +
  '应该做加特数据网络系统计算软程序设管版权质量品销售采购客户作项目世界重联持提供接收报告更变化力原因' +
  '先外内左右南度制体身理教育培训认知识真实假意字母音法俄韩语译间空气火土铜煤炭油料食粮衣药医疗' +
  '孩童年轻老师亲父母兄弟姐妹夫妻妇儿回走打房屋车站场桥湖备同本无用手行如前面头看想当起学样种见两所'
const chinese = chineseNames + chineseWords

const traditional =
  '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後' +
  '小心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長' +
  '陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高簡朱鍾施游彭詹胡沈余趙盧梁顏柯孫魏翁戴' +
  '明志美惠雅家豪怡君淑芬芳玲秀英華玉珍麗文雄俊傑建宏偉國強榮輝慧雯婷靜欣冠宇翔軒廷嘉宜佩珊麗雲鳳' +
  '限司貿易進口實業集團科技展際商務股份廠部局委員研究院所銀投資船舶輸航物流礦產水服裝飯店旅遊代理' +
  '臺灣台北市縣區路街號村鎮鄉香港澳門高雄中南朝鮮平壤民主義共和籍證件護照碼電話名址性別男女職位類型'
const kana =
  'いんしのるたとうにかなはてをくきこさあまりもらおすつけれどがでみせちえそめよわだほじひふろやむばねずゆごぎげざへぬびべぼぶぐ' +
  'ンスルトラリクアイドシレタジカフロマメコムッサテニオデキセハナパチブウエツバケミプノモネソグダビヤヘポペホガベワザヨゴズュョャー'
const japanese =
  '田山藤本野村川子木井中大小高美原橋佐林一和石松谷上郎森崎池内島岡三長西渡辺伊鈴斎清阿部吉福金青遠坂近後前加水沢沼' +
  '津横河安平浜市服酒新関根堀北永尾荒古成秋黒浅須星今宮丸塚柴武杉千葉岩桜口菅久保工太男夫雄介輔樹人也之彦幸博明正' +
  '真智恵由香里奈菜佳代紀優花愛結衣陽翔輝拓海健康弘浩哲隆史義信孝裕尋直達亮良光春夏冬生利貴典江枝絵実希望未来文' +
  '日東京会社株式県区町国朝鮮船貿易商事産業銀行籍名' +
  kana

const russian = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'
const arabicLetters = 'اليمنروتبةعدسفهكقحجشطصىخضأذثزإغظءئآؤپچژگکی'

type LanguageName =
  | 'korean'
  | 'chinese'
  | 'traditional'
  | 'japanese'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'arabic'
  | 'thai'
  | 'western'
  | 'central'
  | 'turkish'
  | 'baltic'
  | 'vietnamese'

/** The languages by the part of the world whose encodings are told apart. */
export const languages: Readonly<Record<LanguageName, Language>> = {
  korean: { script: 'Hangul', frequent: koreanNames + koreanWords },
  chinese: { script: 'Han', frequent: chinese },
  traditional: { script: 'Han', frequent: traditional },
  japanese: { script: 'Han', frequent: japanese },
  cyrillic: { script: 'Cyrillic', frequent: `${russian}іїєґјљњћђџў` },
  greek: { script: 'Greek', frequent: 'αοιετσνηυρπκμλςωίάγόέδήχύθώφβξζψϊϋ' },
  hebrew: { script: 'Hebrew', frequent: 'יהולאתרבשמנדעקחפגסכטצזםןךףץ' },
  arabic: { script: 'Arabic', frequent: arabicLetters },
  thai: { script: 'Thai', frequent: 'านรกเงอมยลวดทสตบปคหพชจใไขแถโผธศซษณญฉฟิีุู่้ัื็์' },
  western: { script: 'Latin', frequent: 'éáíóñüöäèçãàêâúôïëåøîûßõýæœðþìòùÿ' },
  central: {
    script: 'Latin',
    frequent: 'łóąęśćżńáéíčšžřěůýźőűöüăđťďňľĺŕôäçţşîâß',
  },
  turkish: { script: 'Latin', frequent: 'ışğüöçâîû' },
  baltic: { script: 'Latin', frequent: 'ėšųįžąčūęāīņļģķēõäöüåøæóéń' },
  vietnamese: {
    script: 'Latin',
    frequent: 'ễạươđôêăáàấầếềịọộớờợủứừữảãốồổỗậắằặẩẫẻẽẹểệỉĩỏõớởỡúùũụửựỳýỷỹỵíìóòâéè',
  },
}
