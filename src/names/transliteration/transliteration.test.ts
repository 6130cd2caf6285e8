import { expect, test } from 'vitest'
import { foldName } from '../fold.ts'

test.each([
  ['Russian', 'Юрий Щербаков', 'yuriy shcherbakov'],
  ['Ukrainian', 'Сергій Гнатюк', 'serhiy hnatyuk'],
  ['Belarusian', 'Уладзімір Быкаў', 'uladzimir bykau'],
  ['Bulgarian', 'Първан Нещев', 'parvan neshtev'],
  ['Serbian', 'Ђорђе Живић', 'djordje zivic'],
  ['Greek', 'Ευάγγελος Μπακογιάννης', 'evangelos bakogiannis'],
  ['Greek', 'Παπαευθυμίου', 'papaefthymiou'],
  ['Arabic', 'محمد بن عبدالرحمن', 'muhammad bin abd rahman'],
  ['Arabic with the article', 'سعيد الشامي', 'said al shami'],
  ['Persian', 'قاسم پژمان', 'qasim pzhman'],
  ['Hebrew', 'משה כהן', 'moshe cohen'],
  ['Japanese', 'キョウコ・ヤマモト', 'kyouko yamamoto'],
  ['Japanese', 'ハットリ ジュン', 'hattori jun'],
  ['Thai', 'เฉลิม', 'chelim'],
  ['Turkish', 'İbrahim Şahin', 'ibrahim sahin'],
  ['Vietnamese', 'Nguyễn Thị Hương', 'nguyen thi huong'],
  ['German', 'Jörg Weiß', 'jorg weiss'],
])('writes %s %s as %s', (_, name, tokens) => {
  expect(foldName(name).join(' ')).toBe(tokens)
})
